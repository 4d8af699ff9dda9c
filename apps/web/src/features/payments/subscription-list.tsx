import { useLingui } from '@lingui/react/macro';
import type { SubscriptionView } from '@officina/contracts/payments';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Repeat } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { ListPage, type ListPageProps } from '../../shell/list/list-page.tsx';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { trpc } from '../../trpc.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';

const route = getRouteApi('/app/payments');
const TONES: Record<string, Tone> = {
  active: 'success',
  trialing: 'info',
  past_due: 'warning',
  unpaid: 'danger',
};

/** The provider's words for where a subscription stands; one that we do not know is shown as it is. */
function useStates(): Record<string, string> {
  const { t } = useLingui();
  return {
    active: t({ context: 'subscription', message: 'Active' }),
    trialing: t({ context: 'subscription', message: 'On trial' }),
    past_due: t({ context: 'subscription', message: 'Late' }),
    unpaid: t({ context: 'subscription', message: 'Unpaid' }),
    canceled: t({ context: 'subscription', message: 'Ended' }),
    incomplete: t({ context: 'subscription', message: 'Not begun' }),
    incomplete_expired: t({ context: 'subscription', message: 'Never begun' }),
    paused: t({ context: 'subscription', message: 'Paused' }),
  };
}

/** Regular payments, newest first. */
export function SubscriptionList({ tabs }: Pick<ListPageProps<SubscriptionView>, 'tabs'>) {
  const { t } = useLingui();
  const states = useStates();
  const search = route.useSearch();
  const list = useList<SubscriptionView>({
    id: 'subscriptions',
    search,
    searchable: false,
    columns: [
      {
        id: 'payer',
        header: t`Payer`,
        width: 'minmax(12rem,2fr)',
        card: 'title',
        cell: (row) => row.payer ?? t`Not known`,
      },
      {
        id: 'status',
        header: t`Status`,
        width: '10rem',
        card: 'badge',
        cell: ({ status }) => (
          <StatusBadge tone={TONES[status] ?? 'neutral'}>{states[status] ?? status}</StatusBadge>
        ),
        text: ({ status }) => states[status] ?? status,
      },
      {
        id: 'until',
        header: t`Paid until`,
        width: '11rem',
        card: 'line',
        cell: ({ periodEnd }) => periodEnd && dateTime(periodEnd),
      },
      {
        id: 'ends',
        header: t`Ends then`,
        width: '7rem',
        cell: ({ cancelAtPeriodEnd }) => (cancelAtPeriodEnd ? t`Yes` : null),
      },
      {
        id: 'provider',
        header: t`At the provider`,
        width: '16rem',
        card: 'line',
        cell: (row) => row.stripeSubscriptionId,
      },
    ],
  });
  const query = useInfiniteQuery(
    trpc.payments.subscriptions.infiniteQueryOptions({ limit: PAGE_SIZE }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      tabs={tabs}
      title={t`Payments`}
      nameOf={(row) => row.payer ?? row.id}
      open={() => ({ to: '/payments', search: { tab: 'subscriptions' } })}
      empty={{
        icon: <Repeat />,
        title: t`No subscription yet`,
        text: t`Programs begin them with the payments API; the provider then tells how they go on.`,
      }}
    />
  );
}
