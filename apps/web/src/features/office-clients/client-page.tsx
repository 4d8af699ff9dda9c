import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { can } from '../../lib/session.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { ClientStatusBadge } from '../../shell/office/badges.tsx';
import { trpc } from '../../trpc.ts';
import { ClientBinders } from './client-binders.tsx';
import { ClientCharges } from './client-charges.tsx';
import { ClientDialogs } from './client-dialogs.tsx';
import { ClientDocuments } from './client-documents.tsx';
import { ClientFacts } from './client-facts.tsx';
import { ClientMessages } from './client-messages.tsx';
import { ClientTimeline } from './client-timeline.tsx';
import { useClientActions } from './use-client-actions.tsx';

const route = getRouteApi('/app/office/clients/$ref');

export function ClientPage() {
  const { t } = useLingui();
  const ref = Number(route.useParams().ref);
  const query = useQuery(trpc.officeClients.get.queryOptions({ ref }));
  const client = query.data;
  const { actions, more, dialog, setDialog } = useClientActions(client);
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Clients`, to: '/office/clients' }}
      title={client?.fullName}
      badge={client && <ClientStatusBadge status={client.status} />}
      list={{ id: 'office-clients', recordId: client?.id ?? '' }}
      actions={actions}
      more={more}
      aside={client && <ClientFacts client={client} />}
      tabs={
        client
          ? [
              {
                id: 'binders',
                label: t`Binders`,
                count: client.counts.binders,
                content: () => <ClientBinders clientRef={ref} onReceive={() => setDialog('receive')} />,
              },
              {
                id: 'documents',
                label: t`Documents`,
                count: client.counts.documents,
                content: () => <ClientDocuments clientRef={ref} />,
              },
              can('office.charges.read') && {
                id: 'charges',
                label: t`Charges`,
                count: client.counts.charges,
                content: () => <ClientCharges clientRef={ref} />,
              },
              {
                id: 'timeline',
                label: t`Timeline`,
                content: () => <ClientTimeline clientRef={ref} />,
              },
              can('office.notifications.read') && {
                id: 'messages',
                label: t`Messages`,
                count: client.counts.messages,
                content: () => <ClientMessages clientRef={ref} />,
              },
            ]
          : []
      }
    >
      {client && dialog && <ClientDialogs client={client} dialog={dialog} onClose={() => setDialog(null)} />}
    </DetailPage>
  );
}
