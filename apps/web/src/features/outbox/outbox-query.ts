import type { MessageChannel, OutboxMessageView } from '@officina/contracts/messaging';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, trpc } from '../../trpc.ts';

const NEWEST = 100;
const EVERY = 10_000;

/**
 * The newest messages as a list of a single page. The server matches whole addresses only; what is typed into the search narrows
 * the hundred that are here.
 */
export function outboxQuery(channel: MessageChannel | undefined, text: string | undefined) {
  const wanted = text?.toLowerCase() ?? '';
  const fits = ({ to, subject, text: body }: OutboxMessageView) =>
    `${to} ${subject ?? ''} ${body}`.toLowerCase().includes(wanted);
  return infiniteQueryOptions({
    queryKey: [...trpc.messaging.outbox.queryKey({ channel, limit: NEWEST }), 'pages'],
    queryFn: ({ signal }) => api.messaging.outbox.query({ channel, limit: NEWEST }, { signal }),
    initialPageParam: null,
    getNextPageParam: () => null,
    select: ({ pages, pageParams }) => ({
      pageParams,
      pages: pages.map(({ items }) => ({ items: items.filter(fits) })),
    }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
}
