import type { InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Timeline, type TimelineEntry } from './timeline.tsx';

/** How much of a story one request brings. */
export const TIMELINE_PAGE = 30;

interface PagedTimelineProps<Item> {
  /** The part of `useInfiniteQuery`'s answer that a story needs. */
  query: {
    data: InfiniteData<{ items: Item[] }> | undefined;
    error: unknown;
    hasNextPage: boolean;
    fetchNextPage: () => unknown;
    refetch: () => unknown;
  };
  entryOf: (item: Item) => TimelineEntry;
  title?: string;
  /** Beside the title. */
  action?: ReactNode;
  /** The first step, while nothing has happened. */
  begin?: ReactNode;
}

/** A story that comes in pages, newest first. */
export function PagedTimeline<Item>({ query, entryOf, title, action, begin }: PagedTimelineProps<Item>) {
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  return (
    <Panel title={title} action={action}>
      <Timeline
        entries={query.data?.pages.flatMap((page) => page.items).map(entryOf)}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        begin={begin}
      />
    </Panel>
  );
}
