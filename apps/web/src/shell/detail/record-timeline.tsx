import { useLingui } from '@lingui/react/macro';
import type { TimelineChange } from '@officina/contracts/activities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { INFINITE } from '../list/use-list.ts';
import { changesOf, type FieldLabels } from './changes.ts';
import { Timeline } from './timeline.tsx';

const AT_ONCE = 30;

interface RecordTimelineProps {
  recordId: string;
  /** What was done, as the rest of a sentence after the name. */
  verbOf: (change: TimelineChange) => string;
  /** The fields whose changes are told. */
  labels: FieldLabels;
  /** Who acts where nobody is signed in. */
  nobody: string;
}

/** Who did what to a record when, and what it changed. */
export function RecordTimeline({ recordId, verbOf, labels, nobody }: RecordTimelineProps) {
  const { t } = useLingui();
  const history = useInfiniteQuery(
    trpc.activities.history.infiniteQueryOptions({ recordId, limit: AT_ONCE }, INFINITE),
  );
  if (history.error) return <ErrorCard error={history.error} retry={() => history.refetch()} />;
  const entries = history.data?.pages.flatMap((page) => page.items);
  return (
    <Panel>
      <Timeline
        entries={entries?.map((change) => ({
          id: change.id,
          at: change.at,
          who: change.user?.name ?? nobody,
          what: verbOf(change),
          body: change.reason,
          // Only what had a value before can change: creations and deletions are told whole.
          changes: change.before && change.after ? changesOf(labels, change.before, change.after) : undefined,
        }))}
        hasMore={history.hasNextPage}
        onMore={() => void history.fetchNextPage()}
        empty={<EmptyState title={t`Nothing happened yet`} />}
      />
    </Panel>
  );
}
