import { useLingui } from '@lingui/react/macro';
import { CONTACT_SORTS, type ContactListItem } from '@officina/contracts/contacts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileDown, FileUp, Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { can } from '../../lib/session.ts';
import { toastFailure } from '../../lib/toast.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useContactColumns, useContactFilters } from './contact-columns.tsx';
import { downloadContacts } from './download-contacts.ts';
import { refreshContacts } from './refresh-contacts.ts';
import { useContactBulk } from './use-contact-bulk.tsx';

const EditContact = lazy(() =>
  import('./edit-contact.tsx').then((module) => ({ default: module.EditContact })),
);
const ContactForm = lazy(() =>
  import('./contact-form.tsx').then((module) => ({ default: module.ContactForm })),
);

const route = getRouteApi('/app/contacts');
const open = (row: ContactListItem) => ({ to: '/contacts/$id', params: { id: row.id } }) as const;

export function ContactsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [edited, setEdited] = useState<ContactListItem | null>(null);
  const bulk = useContactBulk();
  const list = useList<ContactListItem>({
    id: 'contacts',
    search,
    columns: useContactColumns(),
    filters: useContactFilters(),
    sort: '-createdAt',
  });
  const filters = {
    search: search.q,
    tags: search.tag ? [search.tag] : undefined,
    isVip: search.vip === '1' || undefined,
  };
  const order = {
    sort: words(list.sort?.by, CONTACT_SORTS)?.[0],
    dir: list.sort?.desc === false ? 'asc' : 'desc',
  } as const;
  const query = useInfiniteQuery(
    trpc.contacts.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters, ...order }, INFINITE),
  );
  const setNew = (on: boolean) => list.set({ new: on ? '1' : undefined });
  const create = can('contacts.create') && { label: t`New contact`, run: () => setNew(true) };
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Contacts`}
        nameOf={(row) => row.displayName}
        open={open}
        create={create}
        edit={(row) => row.abilities.edit && setEdited(row)}
        more={[
          can('contacts.create') && {
            label: t`Import a CSV`,
            icon: <FileUp aria-hidden />,
            run: () => void navigate({ to: '/contacts/import' }),
          },
          can('contacts.export') && {
            label: t`Export for other programs`,
            icon: <FileDown aria-hidden />,
            run: () => void downloadContacts(filters).catch(toastFailure),
          },
        ]}
        csv={
          can('contacts.export') && {
            name: t`contacts`,
            page: (at) => api.contacts.list.query({ ...filters, ...order, ...at }),
          }
        }
        settled={refreshContacts}
        edits={{ listKey: trpc.contacts.list.pathKey(), can: (row) => row.abilities.edit }}
        bulk={bulk.actions}
        matches={() => api.contacts.matches.query(filters)}
        empty={{
          icon: <Users />,
          title: t`The first customer`,
          text: t`Add the first customer, or bring them all with a CSV file.`,
          actions: create && <LinkButton to="/contacts/import">{t`Import a CSV`}</LinkButton>,
        }}
      />
      <Suspense>
        {search.new && create && (
          <ContactForm
            onClose={() => setNew(false)}
            onSaved={(contact) => {
              void refreshContacts();
              void navigate({ to: '/contacts/$id', params: { id: contact.id } });
            }}
          />
        )}
        {edited && <EditContact id={edited.id} onClose={() => setEdited(null)} />}
      </Suspense>
      {bulk.dialog}
    </>
  );
}
