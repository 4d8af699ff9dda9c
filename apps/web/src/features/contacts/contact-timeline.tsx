import { useLingui } from '@lingui/react/macro';
import type { TimelineItem } from '@officina/contracts/activities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { can } from '../../lib/session.ts';
import { PagedTimeline, TIMELINE_PAGE } from '../../shell/detail/paged-timeline.tsx';
import type { TimelineEntry } from '../../shell/detail/timeline.tsx';
import { INFINITE } from '../../shell/list/use-list.ts';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { ACTIVITY_ICON, useActivityWords } from './activity-words.tsx';
import { useFieldWords } from './field-words.ts';

/** What happened with a customer: facts that people noted and changes that the journal tells, as one story. */
export function ContactTimeline({ contactId, onLog }: { contactId: string; onLog: () => void }) {
  const { t } = useLingui();
  const entryOf = useEntries();
  const query = useInfiniteQuery(
    trpc.activities.timeline.infiniteQueryOptions({ contactId, limit: TIMELINE_PAGE }, INFINITE),
  );
  return (
    <PagedTimeline
      query={query}
      entryOf={entryOf}
      begin={can('activities.create') && <Button onClick={onLog}>{t`Log a call`}</Button>}
    />
  );
}

function useEntries(): (item: TimelineItem) => TimelineEntry {
  const { t } = useLingui();
  const { labels, verbOf } = useActivityWords();
  const changesOf = useFieldWords();
  return (item) => {
    const shared = { id: item.id, at: item.at, who: item.user?.name ?? t`Officina` };
    if (item.kind === 'activity') {
      return { ...shared, icon: ACTIVITY_ICON[item.type], what: labels[item.type], body: item.description };
    }
    const updated = item.verb.endsWith('.updated');
    return {
      ...shared,
      what: verbOf(item.verb),
      body: item.reason,
      changes: updated ? changesOf(item.before, item.after) : undefined,
    };
  };
}
