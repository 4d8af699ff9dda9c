import { useLingui } from '@lingui/react/macro';
import type { StripeEventView } from '@officina/contracts/orders';
import type { StripeEventStatus } from '@officina/contracts/payments';
import type { LinkProps } from '@tanstack/react-router';
import { RotateCw, Webhook } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { ListPage, type ListPageProps } from '../../shell/list/list-page.tsx';
import type { ListSearch } from '../../shell/list/search.ts';
import { useList } from '../../shell/list/use-list.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';

const TONES: Record<StripeEventStatus, Tone> = {
  processed: 'success',
  failed: 'danger',
  unmatched: 'warning',
};

/** What the list's filter asks of the server; without it, what we act on. */
export function eventFilter(show: string | undefined): { status?: StripeEventStatus; followed?: boolean } {
  if (show === 'failed' || show === 'unmatched') return { status: show };
  return show === 'all' ? {} : { followed: true };
}

export interface EventListProps extends Pick<ListPageProps<StripeEventView>, 'query' | 'title' | 'tabs'> {
  search: ListSearch & { show?: string };
  /** The page that it stands on. */
  place: LinkProps;
  /** Acts again on an event; left out for who may only look. */
  retry?: (input: { id: string }) => Promise<StripeEventView>;
}

/** What the payment provider told, and what became of it; what failed can be tried again. */
export function EventList({ search, place, retry, ...page }: EventListProps) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const states: Record<StripeEventStatus, string> = {
    processed: t({ context: 'event', message: 'Done' }),
    failed: t({ context: 'event', message: 'Failed' }),
    unmatched: t({ context: 'event', message: 'Leads nowhere yet' }),
  };
  const idle = t({ context: 'event', message: 'Kept, nothing to do' });
  const isIdle = ({ status, acted }: StripeEventView) => status === 'processed' && !acted;
  const stateOf = (row: StripeEventView) => (isIdle(row) ? idle : states[row.status]);
  const again = ({ id }: StripeEventView) =>
    retry &&
    act({
      run: () => retry({ id }),
      done: ({ status }) => (status === 'processed' ? t`The event is done` : t`It has not worked again`),
      settled: () => page.query.refetch(),
    });
  const list = useList<StripeEventView>({
    id: 'payment-events',
    search,
    searchable: false,
    columns: [
      { id: 'type', header: t`Event`, width: 'minmax(14rem,1.5fr)', card: 'title', cell: (row) => row.type },
      {
        id: 'status',
        header: t`Status`,
        width: '12rem',
        card: 'badge',
        cell: (row) => (
          <StatusBadge tone={isIdle(row) ? 'neutral' : TONES[row.status]}>{stateOf(row)}</StatusBadge>
        ),
        text: stateOf,
      },
      { id: 'error', header: t`Problem`, width: 'minmax(12rem,2fr)', card: 'line', cell: (row) => row.error },
      { id: 'attempts', header: t`Tries`, width: '5rem', align: 'end', cell: (row) => String(row.attempts) },
      {
        id: 'created',
        header: t`Happened`,
        width: '13rem',
        hidden: true,
        cell: (row) => dateTime(row.createdAt),
      },
      {
        id: 'received',
        header: t`Arrived`,
        width: '13rem',
        card: 'line',
        cell: (row) => dateTime(row.receivedAt),
      },
      { id: 'id', header: t`Id`, width: '12rem', hidden: true, cell: (row) => row.id },
      {
        id: 'act',
        header: t({ context: 'column', message: 'Next' }),
        width: '7.5rem',
        align: 'end',
        card: 'end',
        text: () => '',
        cell: (row) =>
          retry &&
          row.abilities.retry && (
            <Button
              size="sm"
              disabled={pending}
              icon={<RotateCw aria-hidden />}
              onClick={() => void again(row)}
            >
              {t`Retry`}
            </Button>
          ),
      },
    ],
    filters: [
      {
        id: 'show',
        label: t({ context: 'filter', message: 'Show' }),
        kind: 'one',
        options: [
          { value: 'followed', label: t`What we act on` },
          { value: 'failed', label: states.failed },
          { value: 'unmatched', label: states.unmatched },
          { value: 'all', label: t`All events` },
        ],
      },
    ],
  });
  return (
    <ListPage
      {...page}
      list={list}
      nameOf={(row) => row.type}
      open={() => place}
      empty={{
        icon: <Webhook />,
        title: t`No event yet`,
        text: t`Payments, refunds and disputes are told here by the payment provider.`,
      }}
    />
  );
}
