import { useLingui } from '@lingui/react/macro';
import type { BinderDetail } from '@officina/contracts/binders';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NotebookPen, PackageCheck, Printer, Undo2, UserCheck } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { LINK } from '../../shell/detail/link.ts';
import { Timeline } from '../../shell/detail/timeline.tsx';
import { AgeBar } from '../../shell/office/age-bar.tsx';
import { BinderStatusBadge, ClientStatusBadge } from '../../shell/office/badges.tsx';
import { ClientLink } from '../../shell/office/client-link.tsx';
import { printLabel } from '../../shell/office/print-label.ts';
import { useBinderVerbs } from '../../shell/office/use-binder-verbs.tsx';
import { useOfficeWords } from '../../shell/office/words.ts';
import { trpc } from '../../trpc.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { SignalList } from './signal-list.tsx';
import { useBinderEvents } from './use-binder-events.tsx';

const route = getRouteApi('/app/office/binders/$ref');

export function BinderPage() {
  const { t } = useLingui();
  const { ref } = route.useParams();
  const query = useQuery(trpc.binders.get.queryOptions({ ref: Number(ref) }));
  const binder = query.data;
  const verbs = useBinderVerbs();
  const events = useBinderEvents(binder);
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Binders`, to: '/office/binders' }}
      title={binder && `${binder.binderNumber} · ${binder.client.name}`}
      badge={binder && <BinderStatusBadge status={binder.status} />}
      list={{ id: 'binders', recordId: binder?.id ?? '' }}
      actions={
        binder && [
          binder.abilities.note && {
            id: 'note',
            label: t`Note`,
            icon: <NotebookPen aria-hidden />,
            keys: 't',
            run: () => verbs.note(binder),
          },
          binder.abilities.return && {
            id: 'return',
            label: t`Give back`,
            icon: <UserCheck aria-hidden />,
            keys: 'p',
            primary: !binder.abilities.ready,
            run: () => verbs.giveBack(binder),
          },
          binder.abilities.ready && {
            id: 'ready',
            label: t`Mark ready`,
            icon: <PackageCheck aria-hidden />,
            keys: 'r',
            primary: true,
            busy: verbs.pending,
            run: () => void verbs.ready(binder),
          },
        ]
      }
      more={
        binder && [
          {
            label: t`Print the label`,
            icon: <Printer aria-hidden />,
            run: () => void printLabel(binder),
          },
          binder.abilities.undoReady && {
            label: t`Not ready after all`,
            icon: <Undo2 aria-hidden />,
            run: () => void verbs.undoReady(binder),
          },
        ]
      }
      summary={binder && <SignalList binder={binder} />}
      aside={binder && <BinderFacts binder={binder} />}
      tabs={[
        {
          id: 'history',
          label: t`History`,
          content: () => (
            <Panel>
              <Timeline entries={events} />
            </Panel>
          ),
        },
      ]}
    >
      {verbs.dialog}
    </DetailPage>
  );
}

function BinderFacts({ binder }: { binder: BinderDetail }) {
  const { t } = useLingui();
  const { workStates } = useOfficeWords();
  const { client } = binder;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Client`, value: <ClientLink client={client} /> },
          { label: t`Client's status`, value: <ClientStatusBadge status={client.status} /> },
          {
            label: t`Phone`,
            value: client.phone && (
              <a className={LINK} href={`tel:${client.phone}`}>
                <bdi>{client.phone}</bdi>
              </a>
            ),
          },
          { label: t`Received`, value: `${date(binder.receivedAt)} · ${binder.receivedBy.name}` },
          { label: t`Promised by`, value: date(binder.expectedReturnAt) },
          { label: t`Age`, value: <AgeBar days={binder.daysInOffice} /> },
          { label: t`Work`, value: workStates[binder.workState] },
          {
            label: t({ context: 'column', message: 'Returned' }),
            value: binder.returnedAt && date(binder.returnedAt),
          },
          { label: t`Collected by`, value: binder.pickupPersonName },
          { label: t`Handed over by`, value: binder.returnedBy?.name },
          { label: t`Notes`, value: binder.notes },
        ]}
      />
    </Panel>
  );
}
