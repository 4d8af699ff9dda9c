import { Phone, Send, StickyNote } from 'lucide-react';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { Timeline, type TimelineEntry } from '../../shell/detail/timeline.tsx';
import { StatusBadge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';

const READY = { isPending: false, error: null, refetch: () => undefined };
const now = Date.now();
const ENTRIES: TimelineEntry[] = [
  {
    id: '1',
    at: new Date(now - 3_600_000).toISOString(),
    who: 'Marc Dupont',
    what: 'sent the quote D-2026-0042',
    icon: <Send />,
  },
  {
    id: '2',
    at: new Date(now - 7_200_000).toISOString(),
    who: 'Marc Dupont',
    what: 'changed the contact',
    changes: [{ label: 'Phone', before: '06 12 34 56 78', after: '06 98 76 54 32' }],
  },
  {
    id: '3',
    at: new Date(now - 90_000_000).toISOString(),
    who: 'Julie Martin',
    what: 'logged a call',
    icon: <Phone />,
    body: 'Wants the car back before Friday.',
  },
  {
    id: '4',
    at: new Date(now - 95_000_000).toISOString(),
    who: 'Julie Martin',
    what: 'added a note',
    icon: <StickyNote />,
  },
];

export function RecordSample() {
  const nothing = <EmptyState title="Nothing yet">Log a call.</EmptyState>;
  return (
    <div className="flex h-[44rem] flex-col overflow-hidden rounded-panel border bg-surface">
      <DetailPage
        query={READY}
        crumb={{ label: 'Contacts', to: '/' }}
        title="Chloé Dupont"
        badge={<StatusBadge tone="accent">VIP</StatusBadge>}
        list={{ id: 'sink', recordId: '1' }}
        more={[{ label: 'Delete', danger: true, run: () => undefined }]}
        actions={[
          { id: 'call', label: 'Log a call', keys: 'l', run: () => undefined },
          { id: 'erase', label: 'Erase', reason: 'Only an owner may erase', run: () => undefined },
          { id: 'quote', label: 'New quote', primary: true, keys: 'q', run: () => undefined },
        ]}
        tabs={[
          {
            id: 'timeline',
            label: 'Timeline',
            content: () => (
              <Panel>
                <Timeline entries={ENTRIES} hasMore onMore={() => undefined} />
              </Panel>
            ),
          },
          { id: 'vehicles', label: 'Vehicles', count: 2, content: () => nothing },
          { id: 'quotes', label: 'Quotes', count: 14, content: () => nothing },
        ]}
        aside={
          <Panel title="Coordinates">
            <Facts
              items={[
                { label: 'E-mail', value: 'chloe.dupont@example.fr' },
                { label: 'Phone', value: '+33 6 98 76 54 32' },
                { label: 'Company', value: null },
                { label: 'Address', value: '12 rue des Lilas, 69003 Lyon' },
              ]}
            />
          </Panel>
        }
      />
    </div>
  );
}
