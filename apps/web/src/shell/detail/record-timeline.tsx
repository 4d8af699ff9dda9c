import type { TimelineChange } from '@officina/contracts/activities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { INFINITE } from '../list/use-list.ts';
import { changesOf, type FieldLabels } from './changes.ts';
import { PagedTimeline, TIMELINE_PAGE } from './paged-timeline.tsx';
import type { TimelineEntry } from './timeline.tsx';

interface ChangeWords<Change> {
  /** What was done, as the rest of a sentence after the name. */
  verbOf: (change: Change) => string;
  /** The fields whose changes are told. */
  labels: FieldLabels;
  /** Who acts where nobody is signed in. */
  nobody: string;
}

/** A change that the journal tells, in a story. */
export function changeEntry<Change extends TimelineChange>(
  change: Change,
  { verbOf, labels, nobody }: ChangeWords<Change>,
): TimelineEntry {
  return {
    id: change.id,
    at: change.at,
    who: change.user?.name ?? nobody,
    what: verbOf(change),
    body: change.reason,
    // Only what had a value before can change: creations and deletions are told whole.
    changes: change.before && change.after ? changesOf(labels, change.before, change.after) : undefined,
  };
}

/** Who did what to a record when, and what it changed. */
export function RecordTimeline({ recordId, ...words }: ChangeWords<TimelineChange> & { recordId: string }) {
  const history = useInfiniteQuery(
    trpc.activities.history.infiniteQueryOptions({ recordId, limit: TIMELINE_PAGE }, INFINITE),
  );
  return <PagedTimeline query={history} entryOf={(change) => changeEntry(change, words)} />;
}
