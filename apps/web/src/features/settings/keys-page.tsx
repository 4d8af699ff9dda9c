import { useLingui } from '@lingui/react/macro';
import type { ApiKeyView } from '@officina/contracts/api-keys';
import { useQuery } from '@tanstack/react-query';
import { BookOpen, KeyRound, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ago, date } from '../../lib/format.ts';
import { useKeys } from '../../lib/keys.ts';
import { useAct } from '../../lib/use-act.ts';
import { useScreenActions } from '../../shell/commands.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Badge, StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SectionPage } from './settings-page.tsx';
import { Copyable, ShownOnce } from './shown-once.tsx';

const KeyForm = lazy(() => import('./key-form.tsx').then((module) => ({ default: module.KeyForm })));

const refresh = () => queryClient.invalidateQueries(trpc.apiKeys.pathFilter());
const curlOf = (key: string) => `curl -H "Authorization: Bearer ${key}" ${location.origin}/api/v1/clients`;

export function KeysPage() {
  const { t } = useLingui();
  const query = useQuery(trpc.apiKeys.list.queryOptions({}));
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const open = () => setMaking(true);
  useKeys(t`API keys`, [{ keys: 'n', label: t`New API key`, run: open }]);
  useScreenActions([{ id: 'key', label: t`New API key`, keys: 'n', run: open }]);
  return (
    <SectionPage
      title={t`API keys`}
      query={query}
      actions={
        <>
          <a
            className="inline-flex items-center gap-1.5 text-sm"
            href="/api/docs?api=studio"
            target="_blank"
            rel="noreferrer"
          >
            <BookOpen aria-hidden className="size-4" />
            {t`Reference`}
          </a>
          <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={open}>
            {t`New API key`}
          </Button>
        </>
      }
    >
      {({ items }) => (
        <>
          <Panel flush>
            {items.length === 0 && (
              <EmptyState icon={<KeyRound />} title={t`No key yet`}>
                {t`With a key, other programs read and write clients, projects and invoices.`}
              </EmptyState>
            )}
            <ul>
              {items.map((key) => (
                <Key key={key.id} item={key} />
              ))}
            </ul>
          </Panel>
          <Suspense>
            {making && (
              <KeyForm
                onClose={() => setMaking(false)}
                onMade={({ key }) => {
                  setMaking(false);
                  setMade(key);
                  return refresh();
                }}
              />
            )}
          </Suspense>
          {made && (
            <ShownOnce title={t`Your new key`} secret={made} onClose={() => setMade(null)}>
              <p className="text-ink-muted text-sm">{t`To try it:`}</p>
              <Copyable text={curlOf(made)} />
            </ShownOnce>
          )}
        </>
      )}
    </SectionPage>
  );
}

function Key({ item }: { item: ApiKeyView }) {
  const { t } = useLingui();
  const confirm = useConfirm();
  const { act, pending } = useAct();
  const { id, name, prefix, scopes, owner, lastUsedAt, createdAt, expiresAt, revokedAt } = item;
  const expired = expiresAt !== null && Date.parse(expiresAt) < Date.now();
  const revoke = async () => {
    const sure = await confirm({
      title: t`Revoke the key “${name}”?`,
      text: t`Programs that use it are refused from the next request on. This cannot be taken back.`,
      confirm: t`Revoke`,
      danger: true,
    });
    if (sure)
      await act({
        run: () => api.apiKeys.revoke.mutate({ id }),
        done: t`“${name}” is revoked`,
        settled: refresh,
      });
  };
  return (
    <li className="flex items-center gap-3 border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{name}</span>
          {scopes.map((scope) => (
            <Badge key={scope}>
              {scope === 'read'
                ? t({ context: 'key', message: 'Read' })
                : t({ context: 'key', message: 'Write' })}
            </Badge>
          ))}
          {revokedAt && <StatusBadge tone="neutral">{t`Revoked`}</StatusBadge>}
          {!revokedAt && expired && <StatusBadge tone="warning">{t`Expired`}</StatusBadge>}
        </p>
        <p className="text-ink-muted text-sm">
          <code dir="ltr">{prefix}…</code> · {owner.name}
        </p>
      </div>
      <p className="text-end text-ink-faint text-xs max-sm:max-w-24">
        {lastUsedAt ? t`Last used: ${ago(lastUsedAt)}` : t`Never used; made ${date(createdAt)}`}
        {expiresAt && !revokedAt && !expired && <> · {t`until ${date(expiresAt)}`}</>}
      </p>
      <IconButton
        label={t`Revoke ${name}`}
        reason={item.abilities.revoke ? null : t`It is revoked.`}
        busy={pending}
        onClick={() => void revoke()}
      >
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
