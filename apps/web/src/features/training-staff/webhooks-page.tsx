import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { can } from '../../lib/session.ts';
import { INFINITE, PAGE_SIZE } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { EventList, eventFilter } from '../payment-events/event-list.tsx';

const route = getRouteApi('/app/training/webhooks');

/** The log of payment events for the academy's staff. */
export function WebhooksPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const query = useInfiniteQuery(
    trpc.training.events.infiniteQueryOptions({ limit: PAGE_SIZE, ...eventFilter(search.show) }, INFINITE),
  );
  return (
    <EventList
      title={t`Payment events`}
      search={search}
      query={query}
      place={{ to: '/training/webhooks' }}
      retry={can('training.manage') ? api.training.retryEvent.mutate : undefined}
    />
  );
}
