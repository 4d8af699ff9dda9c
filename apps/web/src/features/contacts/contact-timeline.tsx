import { useLingui } from '@lingui/react/macro';
import type { TimelineItem } from '@officina/contracts/activities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { can } from '../../lib/session.ts';
import { Timeline, type TimelineEntry } from '../../shell/detail/timeline.tsx';
import { INFINITE } from '../../shell/list/use-list.ts';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ACTIVITY_ICON, useActivityWords } from './activity-words.tsx';
import { useFieldWords } from './field-words.ts';

const AT_ONCE = 30;

/** What happened with a customer: facts that people noted and changes that the journal tells, as one story. */
export function ContactTimeline({ contactId, onLog }: { contactId: string; onLog: () => void }) {
  const { t } = useLingui();
  const entryOf = useEntries();
  const query = useInfiniteQuery(
    trpc.activities.timeline.infiniteQueryOptions({ contactId, limit: AT_ONCE }, INFINITE),
  );
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Panel>
      <Timeline
        entries={items?.map(entryOf)}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        empty={
          <EmptyState
            title={t`Nothing happened yet`}
            actions={can('activities.create') && <Button onClick={onLog}>{t`Log a call`}</Button>}
          />
        }
      />
    </Panel>
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
