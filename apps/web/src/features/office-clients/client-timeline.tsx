import { useLingui } from '@lingui/react/macro';
import { TIMELINE_EVENTS, type TimelineEventType } from '@officina/contracts/office-clients';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Timeline } from '../../shell/detail/timeline.tsx';
import { INFINITE } from '../../shell/list/use-list.ts';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useTimelineEntries } from './use-timeline-entries.tsx';

const AT_ONCE = 50;
type Kind = 'all' | 'binders' | 'charges' | 'messages';

/** A step of a binder and the change of status that it is are one event for people: the step is left to programs. */
const SHOWN: Record<Kind, readonly TimelineEventType[]> = {
  all: TIMELINE_EVENTS.filter((type) => type !== 'binder_status_change'),
  binders: ['binder_received', 'binder_returned', 'binder_status_change'],
  charges: ['charge_created', 'charge_issued', 'charge_paid', 'charge_canceled', 'invoice_attached'],
  messages: ['notification_sent'],
};

/** Everything that happened with a client, newest first. */
export function ClientTimeline({ clientRef }: { clientRef: number }) {
  const { t } = useLingui();
  const [kind, setKind] = useState<Kind>('all');
  const entriesOf = useTimelineEntries();
  const query = useInfiniteQuery(
    trpc.officeClients.timeline.infiniteQueryOptions(
      { clientRef, types: [...SHOWN[kind]], limit: AT_ONCE },
      INFINITE,
    ),
  );
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  const items = query.data?.pages.flatMap((page) => page.items);
  const kinds: Record<Kind, string> = {
    all: t`Everything`,
    binders: t`Binders`,
    charges: t`Charges`,
    messages: t`Messages`,
  };
  return (
    <Panel
      title={t`Timeline`}
      action={
        <Select
          aria-label={t`What to show`}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      }
    >
      <Timeline
        entries={items && entriesOf(items)}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        empty={<EmptyState title={t`Nothing has happened yet`} />}
      />
    </Panel>
  );
}
