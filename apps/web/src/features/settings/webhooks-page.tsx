import { useLingui } from '@lingui/react/macro';
import type { WebhookView } from '@officina/contracts/webhooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus, Webhook } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { percent } from '../../lib/format.ts';
import { useKeys } from '../../lib/keys.ts';
import { useScreenActions } from '../../shell/commands.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SectionPage } from './settings-page.tsx';
import { ShownOnce } from './shown-once.tsx';

const WebhookForm = lazy(() =>
  import('./webhook-form.tsx').then((module) => ({ default: module.WebhookForm })),
);

export const refreshWebhooks = () => queryClient.invalidateQueries(trpc.webhooks.pathFilter());

export function WebhooksPage() {
  const { t } = useLingui();
  const query = useQuery(trpc.webhooks.list.queryOptions({}));
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const open = () => setMaking(true);
  useKeys(t`Webhooks`, [{ keys: 'n', label: t`New webhook`, run: open }]);
  useScreenActions([{ id: 'webhook', label: t`New webhook`, keys: 'n', run: open }]);
  return (
    <SectionPage
      title={t`Webhooks`}
      query={query}
      actions={
        <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={open}>
          {t`New webhook`}
        </Button>
      }
    >
      {({ webhooks }) => (
        <>
          <Panel flush>
            {webhooks.length === 0 && (
              <EmptyState icon={<Webhook />} title={t`No webhook yet`}>
                {t`Other programs can be told when a client, a project, an invoice or a payment changes.`}
              </EmptyState>
            )}
            <ul>
              {webhooks.map((webhook) => (
                <Row key={webhook.id} webhook={webhook} />
              ))}
            </ul>
          </Panel>
          <Suspense>
            {making && (
              <WebhookForm
                onClose={() => setMaking(false)}
                onSaved={(webhook) => {
                  setMaking(false);
                  setSecret(webhook.secret ?? null);
                  return refreshWebhooks();
                }}
              />
            )}
          </Suspense>
          {secret && (
            <ShownOnce title={t`The secret that signs`} secret={secret} onClose={() => setSecret(null)}>
              <p className="text-ink-muted text-sm">
                {t`With it the receiver checks that a delivery comes from here.`}
              </p>
            </ShownOnce>
          )}
        </>
      )}
    </SectionPage>
  );
}

export function WebhookState({ webhook }: { webhook: WebhookView }) {
  const { t } = useLingui();
  if (webhook.isActive) return <StatusBadge tone="success">{t`On`}</StatusBadge>;
  return webhook.pausedReason ? (
    <StatusBadge tone="danger">{t`Switched off by failures`}</StatusBadge>
  ) : (
    <StatusBadge tone="neutral">{t`Off`}</StatusBadge>
  );
}

function Row({ webhook }: { webhook: WebhookView }) {
  const { t } = useLingui();
  const { successRate } = webhook;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-48 flex-1">
        <Link
          to="/settings/webhooks/$id"
          params={{ id: webhook.id }}
          dir="ltr"
          className="block break-all font-medium"
        >
          {webhook.url}
        </Link>
        <p className="text-ink-muted text-sm">
          {webhook.events.includes('*') ? t`All events` : webhook.events.join(', ')}
        </p>
      </div>
      {successRate !== null && (
        <span className="text-ink-muted text-sm">{t`${percent(successRate)} arrived`}</span>
      )}
      <WebhookState webhook={webhook} />
    </li>
  );
}
