import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { can } from '../../lib/session.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { api, trpc } from '../../trpc.ts';
import { VipStar } from './contact-columns.tsx';
import { ContactDialogs } from './contact-dialogs.tsx';
import { ContactFacts, ContactFigures } from './contact-facts.tsx';
import { ContactInvoices, ContactQuotes, ContactTasks, ContactVehicles } from './contact-records.tsx';
import { ContactTimeline } from './contact-timeline.tsx';
import { useContactActions } from './use-contact-actions.tsx';

const route = getRouteApi('/app/contacts/$id');

export function ContactPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.contacts.get.queryOptions({ id }));
  const contact = query.data;
  const { actions, more, dialog, setDialog } = useContactActions(contact);
  return (
    <DetailPage
      query={query}
      restore={can('contacts.delete') && (() => api.contacts.restore.mutate({ id }))}
      crumb={{ label: t`Contacts`, to: '/contacts' }}
      title={contact?.displayName}
      badge={contact?.isVip && <VipStar />}
      list={{ id: 'contacts', recordId: id }}
      actions={actions}
      more={more}
      summary={contact && <ContactFigures contact={contact} />}
      aside={contact && <ContactFacts contact={contact} />}
      tabs={
        contact
          ? [
              {
                id: 'timeline',
                label: t`Timeline`,
                content: () => <ContactTimeline contactId={id} onLog={() => setDialog('log')} />,
              },
              can('vehicles.read') && {
                id: 'vehicles',
                label: t`Vehicles`,
                count: contact.vehicles.length,
                content: () => <ContactVehicles contact={contact} />,
              },
              can('quotes.read') && {
                id: 'quotes',
                label: t`Quotes`,
                count: contact.stats.quotes,
                content: () => <ContactQuotes contact={contact} />,
              },
              can('invoices.read') && {
                id: 'invoices',
                label: t`Invoices`,
                content: () => <ContactInvoices contact={contact} />,
              },
              can('tasks.read') && {
                id: 'tasks',
                label: t`Tasks`,
                count: contact.openTasks?.length,
                content: () => <ContactTasks contact={contact} />,
              },
            ]
          : []
      }
    >
      {contact && dialog && (
        <ContactDialogs contact={contact} dialog={dialog} onClose={() => setDialog(null)} />
      )}
    </DetailPage>
  );
}
