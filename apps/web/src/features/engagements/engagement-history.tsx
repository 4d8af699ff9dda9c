import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { changesOf } from '../../shell/detail/changes.ts';
import { Timeline } from '../../shell/detail/timeline.tsx';
import { INFINITE } from '../../shell/list/use-list.ts';
import { usePortalEvents } from '../../shell/portal/events.tsx';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';

const AT_ONCE = 30;

/** Who did what in an engagement, and what it changed as far as the reader may know. */
export function EngagementHistory({ engagementId }: { engagementId: string }) {
  const { t } = useLingui();
  const { verbOf, iconOf, labels } = usePortalEvents();
  const history = useInfiniteQuery(
    trpc.engagements.history.infiniteQueryOptions({ id: engagementId, limit: AT_ONCE }, INFINITE),
  );
  if (history.error) return <ErrorCard error={history.error} retry={() => history.refetch()} />;
  const events = history.data?.pages.flatMap((page) => page.items);
  return (
    <Panel>
      <Timeline
        entries={events?.map((event) => ({
          id: event.id,
          at: event.at,
          who: event.user?.name ?? t`The system`,
          what: verbOf(event),
          icon: iconOf(event),
          body: event.reason,
          changes: event.before && event.after ? changesOf(labels, event.before, event.after) : undefined,
        }))}
        hasMore={history.hasNextPage}
        onMore={() => void history.fetchNextPage()}
        empty={<EmptyState title={t`Nothing has happened yet`} />}
      />
    </Panel>
  );
}
