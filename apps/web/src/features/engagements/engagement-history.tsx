import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PagedTimeline, TIMELINE_PAGE } from '../../shell/detail/paged-timeline.tsx';
import { changeEntry } from '../../shell/detail/record-timeline.tsx';
import { INFINITE } from '../../shell/list/use-list.ts';
import { usePortalEvents } from '../../shell/portal/events.tsx';
import { trpc } from '../../trpc.ts';

/** Who did what in an engagement, and what it changed as far as the reader may know. */
export function EngagementHistory({ engagementId }: { engagementId: string }) {
  const { t } = useLingui();
  const { verbOf, iconOf, labels } = usePortalEvents();
  const history = useInfiniteQuery(
    trpc.engagements.history.infiniteQueryOptions({ id: engagementId, limit: TIMELINE_PAGE }, INFINITE),
  );
  const words = { verbOf, labels, nobody: t`The system` };
  return (
    <PagedTimeline
      query={history}
      entryOf={(event) => ({ ...changeEntry(event, words), icon: iconOf(event) })}
    />
  );
}
