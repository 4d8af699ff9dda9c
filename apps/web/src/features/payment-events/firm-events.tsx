import { useInfiniteQuery } from '@tanstack/react-query';
import { INFINITE, PAGE_SIZE } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { EventList, type EventListProps, eventFilter } from './event-list.tsx';

/** The log of the whole firm, for its admins. */
export function FirmEvents(props: Omit<EventListProps, 'query' | 'retry'>) {
  const query = useInfiniteQuery(
    trpc.payments.events.infiniteQueryOptions(
      { limit: PAGE_SIZE, ...eventFilter(props.search.show) },
      INFINITE,
    ),
  );
  return <EventList {...props} query={query} retry={api.payments.retryEvent.mutate} />;
}
