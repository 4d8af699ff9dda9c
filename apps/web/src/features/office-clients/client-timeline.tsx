import { useLingui } from '@lingui/react/macro';
import { TIMELINE_EVENTS, type TimelineEventType } from '@officina/contracts/office-clients';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PagedTimeline } from '../../shell/detail/paged-timeline.tsx';
import { INFINITE } from '../../shell/list/use-list.ts';
import { trpc } from '../../trpc.ts';
import { Select } from '../../ui/select.tsx';
import { useTimelineEntry } from './use-timeline-entry.tsx';

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
  const entryOf = useTimelineEntry();
  const query = useInfiniteQuery(
    trpc.officeClients.timeline.infiniteQueryOptions(
      { clientRef, types: [...SHOWN[kind]], limit: AT_ONCE },
      INFINITE,
    ),
  );
  const kinds: Record<Kind, string> = {
    all: t`Everything`,
    binders: t`Binders`,
    charges: t`Charges`,
    messages: t`Messages`,
  };
  return (
    <PagedTimeline
      query={query}
      entryOf={entryOf}
      title={t`Timeline`}
      action={
        <Select
          aria-label={t`What to show`}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      }
    />
  );
}
