import { useLingui } from '@lingui/react/macro';
import type { StripeEventView } from '@officina/contracts/orders';
import { STRIPE_EVENT_STATUSES } from '@officina/contracts/payments';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { RotateCw, Webhook } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EVENT_TONES, useStaffWords } from './staff-words.ts';

const route = getRouteApi('/app/training/webhooks');
const open = () => ({ to: '/training/webhooks' }) as const;

/** What the payment provider told, and what became of it. */
export function WebhooksPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { events } = useStaffWords();
  const { act, pending } = useAct();
  const filters = { status: words(search.status, STRIPE_EVENT_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.training.events.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const retry = ({ id }: StripeEventView) =>
    act({
      run: () => api.training.retryEvent.mutate({ id }),
      done: ({ status }) => events[status],
      settled: () => query.refetch(),
    });
  const columns: Column<StripeEventView>[] = [
    {
      id: 'type',
      header: t`Event`,
      width: 'minmax(14rem,2fr)',
      card: 'title',
      cell: (row) => row.type,
      text: (row) => row.type,
    },
    {
      id: 'status',
      header: t`Status`,
      width: '11rem',
      card: 'badge',
      cell: (row) => <StatusBadge tone={EVENT_TONES[row.status]}>{events[row.status]}</StatusBadge>,
      text: (row) => events[row.status],
    },
    { id: 'error', header: t`Why`, width: 'minmax(10rem,1fr)', card: 'line', cell: (row) => row.error },
    { id: 'attempts', header: t`Tries`, width: '5rem', align: 'end', cell: (row) => row.attempts },
    {
      id: 'received',
      header: t`Received`,
      width: '11rem',
      card: 'end',
      cell: (row) => dateTime(row.receivedAt),
    },
    {
      id: 'retry',
      header: '',
      width: '7rem',
      cell: (row) =>
        row.abilities.retry &&
        can('training.manage') && (
          <Button
            size="sm"
            busy={pending}
            icon={<RotateCw aria-hidden className="size-3.5" />}
            onClick={(event) => {
              event.stopPropagation();
              void retry(row);
            }}
          >
            {t`Retry`}
          </Button>
        ),
    },
  ];
  const list = useList<StripeEventView>({
    id: 'training-webhooks',
    search,
    columns,
    filters: [{ id: 'status', label: t`Status`, kind: 'one', options: optionsOf(events) }],
    searchable: false,
  });
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Payment events`}
      nameOf={(row) => row.type}
      open={open}
      empty={{
        icon: <Webhook />,
        title: t`No event yet`,
        text: t`Payments, refunds and disputes are told here by the payment provider.`,
      }}
    />
  );
}
