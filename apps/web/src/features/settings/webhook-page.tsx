import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { DeliveryDetail, WebhookView } from '@officina/contracts/webhooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Pause, Pencil, Play, RefreshCw, RotateCw, Send, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { dateTime, percent } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { INFINITE } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { SectionPage } from './settings-page.tsx';
import { ShownOnce } from './shown-once.tsx';
import { refreshWebhooks, WebhookState } from './webhooks-page.tsx';

const WebhookForm = lazy(() =>
  import('./webhook-form.tsx').then((module) => ({ default: module.WebhookForm })),
);

const route = getRouteApi('/app/settings/webhooks/$id');

export function WebhookPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.webhooks.get.queryOptions({ id }));
  return (
    <SectionPage title={t`Webhook`} query={query}>
      {({ webhook }) => <Detail webhook={webhook} />}
    </SectionPage>
  );
}

function useVerbs({ id, isActive }: WebhookView, showSecret: (secret: string) => void) {
  const { t } = useLingui();
  const { act } = useAct();
  const confirm = useConfirm();
  const navigate = useNavigate();
  return {
    test: () =>
      act({
        run: () => api.webhooks.test.mutate({ id }),
        done: t`A ping is on its way`,
        settled: refreshWebhooks,
      }),
    pause: () =>
      act({
        run: () => api.webhooks.update.mutate({ id, isActive: !isActive }),
        done: isActive ? t`Nothing is sent any more` : t`Events are sent again`,
        undo: () => api.webhooks.update.mutate({ id, isActive }),
        settled: refreshWebhooks,
      }),
    async rotate() {
      const sure = await confirm({
        title: t`Make a new secret?`,
        text: t`For a day deliveries carry a second signature by the old one, so that the receiver can change over.`,
        confirm: t`Make a new secret`,
      });
      if (!sure) return;
      const made = await act({
        run: () => api.webhooks.update.mutate({ id, rotateSecret: true }),
        settled: refreshWebhooks,
      });
      if (made?.secret) showSecret(made.secret);
    },
    async remove() {
      const sure = await confirm({
        title: t`Remove this webhook?`,
        text: t`What is on its way is not sent any more, and its log goes too.`,
        confirm: t`Remove`,
        danger: true,
      });
      if (!sure) return;
      const gone = await act({ run: () => api.webhooks.delete.mutate({ id }), done: t`Webhook removed` });
      if (gone) await navigate({ to: '/settings/webhooks' });
      await refreshWebhooks();
    },
  };
}

function Detail({ webhook }: { webhook: WebhookView }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const verbs = useVerbs(webhook, setSecret);
  const { isActive, pausedReason, successRate } = webhook;
  return (
    <>
      {pausedReason && <Notice tone="danger">{t`Nothing is sent: ${pausedReason}.`}</Notice>}
      <Panel
        title={
          <span dir="ltr" className="break-all">
            {webhook.url}
          </span>
        }
        action={<WebhookState webhook={webhook} />}
      >
        <Facts
          items={[
            {
              label: t`Events`,
              value: webhook.events.includes('*') ? t`All events` : webhook.events.join(', '),
            },
            { label: t`Arrived`, value: successRate === null ? null : percent(successRate) },
            { label: t`Since`, value: dateTime(webhook.createdAt) },
          ]}
        />
        <div className="mt-4 flex flex-wrap gap-2">
          <Button
            variant="primary"
            icon={<Send aria-hidden className="size-4" />}
            reason={isActive ? null : t`The webhook is off.`}
            onClick={() => void verbs.test()}
          >
            {t`Send a test`}
          </Button>
          <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => setEditing(true)}>
            {t`Edit`}
          </Button>
          <Button
            icon={
              isActive ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />
            }
            onClick={() => void verbs.pause()}
          >
            {isActive ? t`Pause` : t`Switch on`}
          </Button>
          <Button icon={<RefreshCw aria-hidden className="size-4" />} onClick={() => void verbs.rotate()}>
            {t`New secret`}
          </Button>
          <Button
            variant="danger"
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={() => void verbs.remove()}
          >
            {t`Remove`}
          </Button>
        </div>
      </Panel>
      <Deliveries webhook={webhook} />
      <Suspense>
        {editing && (
          <WebhookForm
            webhook={webhook}
            onClose={() => setEditing(false)}
            onSaved={() => {
              setEditing(false);
              return refreshWebhooks();
            }}
          />
        )}
      </Suspense>
      {secret && <ShownOnce title={t`The new secret`} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

const TONES: Record<DeliveryDetail['status'], Tone> = {
  pending: 'info',
  retrying: 'warning',
  success: 'success',
  failed: 'danger',
};
/** How often the log is read anew while something is on its way. */
const LOOK_AGAIN_MS = 3000;

function Deliveries({ webhook }: { webhook: WebhookView }) {
  const { t } = useLingui();
  const log = useInfiniteQuery({
    ...trpc.webhooks.deliveries.infiniteQueryOptions({ id: webhook.id, limit: 20 }, INFINITE),
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.items.some(({ status }) => status === 'pending') ? LOOK_AGAIN_MS : false,
  });
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t`Deliveries`} flush>
      {log.data && items.length === 0 && <EmptyState icon={<Send />} title={t`Nothing was sent yet`} />}
      <ul>
        {items.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} active={webhook.isActive} />
        ))}
      </ul>
      {log.hasNextPage && (
        <div className="p-3">
          <Button onClick={() => void log.fetchNextPage()}>{t`Older ones`}</Button>
        </div>
      )}
    </Panel>
  );
}

function Delivery({ delivery, active }: { delivery: DeliveryDetail; active: boolean }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const words = { pending: t`Waiting`, retrying: t`Tried again`, success: t`Arrived`, failed: t`Given up` };
  const { id, event, status, attempts, responseCode, error, responseBody, nextAttemptAt } = delivery;
  const again = () =>
    act({
      run: () => api.webhooks.redeliver.mutate({ id }),
      done: t`The delivery is on its way again`,
      settled: refreshWebhooks,
    });
  const over = status === 'success' || status === 'failed';
  return (
    <li className="border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge tone={TONES[status]}>{words[status]}</StatusBadge>
        <code className="text-sm">{event}</code>
        <span className="text-ink-muted text-sm">{dateTime(delivery.createdAt)}</span>
        <span className="ms-auto text-ink-faint text-xs">
          {responseCode !== null && <>{responseCode} · </>}
          {plural(attempts, { one: '# try', other: '# tries' })}
        </span>
        <IconButton
          label={t`Send again`}
          size="sm"
          reason={!active ? t`The webhook is off.` : over ? null : t`It is on its way.`}
          busy={pending}
          onClick={() => void again()}
        >
          <RotateCw aria-hidden className="size-4" />
        </IconButton>
      </div>
      {error && (
        <p className="mt-1 text-danger text-sm">
          {error}
          {nextAttemptAt && !over && <> · {t`next try ${dateTime(nextAttemptAt)}`}</>}
        </p>
      )}
      <details className="mt-1 text-sm">
        <summary className="cursor-pointer text-ink-muted">{t`What was sent and answered`}</summary>
        <pre dir="ltr" className="mt-2 max-h-64 overflow-auto rounded-control bg-sunken p-3 text-xs">
          {JSON.stringify(delivery.payload, null, 2)}
        </pre>
        {responseBody && (
          <pre dir="ltr" className="mt-2 max-h-40 overflow-auto rounded-control bg-sunken p-3 text-xs">
            {responseBody}
          </pre>
        )}
      </details>
    </li>
  );
}
