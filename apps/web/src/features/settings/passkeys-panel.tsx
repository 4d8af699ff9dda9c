import { useLingui } from '@lingui/react/macro';
import type { PasskeyView } from '@officina/contracts/accounts';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Laptop, Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ago, dateTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

const PasskeyDialog = lazy(() =>
  import('./passkey-dialog.tsx').then((module) => ({ default: module.PasskeyDialog })),
);

export const refreshPasskeys = () =>
  queryClient.invalidateQueries({ queryKey: trpc.passkeys.list.queryKey() });

/** The person's passkeys: add, rename, remove. */
export function PasskeysPanel() {
  const { t } = useLingui();
  const query = useQuery(trpc.passkeys.list.queryOptions({}));
  const [open, setOpen] = useState<PasskeyView | 'new' | null>(null);
  const items = query.data?.items;
  return (
    <Panel
      title={t`Passkeys`}
      flush
      action={
        <Button size="sm" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen('new')}>
          {t`Add a passkey`}
        </Button>
      }
    >
      {items?.length ? (
        <ul>
          {items.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} rename={() => setOpen(passkey)} />
          ))}
        </ul>
      ) : items ? (
        <p className="px-4 pb-4 text-ink-muted text-sm">
          {t`Sign in with your fingerprint, your face or a key instead of a password. Nobody can guess it or phish it.`}
        </p>
      ) : query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <div className="px-4 pb-4">
          <SkeletonText lines={2} />
        </div>
      )}
      {open && (
        <Suspense>
          <PasskeyDialog passkey={open === 'new' ? null : open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </Panel>
  );
}

function Passkey({ passkey, rename }: { passkey: PasskeyView; rename: () => void }) {
  const { t } = useLingui();
  const confirm = useConfirm();
  const { act, pending } = useAct();
  const { id, name, deviceType, backedUp, createdAt, lastUsedAt } = passkey;
  const Icon = deviceType === 'platform' ? Laptop : KeyRound;
  const remove = async () => {
    const sure = await confirm({
      title: t`Remove “${name}”?`,
      text: t`Nobody can sign in with it any more. Your other ways to sign in stay.`,
      confirm: t`Remove`,
      danger: true,
    });
    if (!sure) return;
    await act({
      run: () => api.passkeys.remove.mutate({ id }),
      done: t`Passkey removed`,
      settled: refreshPasskeys,
    });
  };
  return (
    <li className="flex items-center gap-3 border-b px-4 py-2.5 last:border-b-0">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {backedUp && <Badge tone="info">{t`Synced`}</Badge>}
        </p>
        <p className="truncate text-ink-muted text-sm">
          <time dateTime={createdAt} title={dateTime(createdAt)}>
            {t`added ${ago(createdAt)}`}
          </time>
          {' · '}
          {lastUsedAt ? t`used ${ago(lastUsedAt)}` : t`not used yet`}
        </p>
      </div>
      <IconButton label={t`Rename ${name}`} size="sm" onClick={rename}>
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t`Remove ${name}`} size="sm" disabled={pending} onClick={() => void remove()}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
