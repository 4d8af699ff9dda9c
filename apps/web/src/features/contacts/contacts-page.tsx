import { useLingui } from '@lingui/react/macro';
import { CONTACT_SORTS, type ContactListItem } from '@officina/contracts/contacts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileUp, Tag, Trash2, Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useContactColumns, useContactFilters } from './contact-columns.tsx';
import { downloadContacts } from './download-contacts.ts';
import { refreshContacts } from './refresh-contacts.ts';
import { useTagQuestion } from './tag-dialog.tsx';

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
  const tagging = useTagQuestion();
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
  const query = useInfiniteQuery(
    trpc.contacts.list.infiniteQueryOptions(
      {
        limit: PAGE_SIZE,
        sort: words(list.sort?.by, CONTACT_SORTS)?.[0],
        dir: list.sort?.desc === false ? 'asc' : 'desc',
        ...filters,
      },
      INFINITE,
    ),
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
        ]}
        csv={can('contacts.export') && (() => downloadContacts(filters))}
        settled={refreshContacts}
        bulk={[
          can('contacts.edit') && {
            id: 'tag',
            label: t`Tag`,
            icon: <Tag aria-hidden className="size-4" />,
            ask: tagging.ask,
            run: (row) => api.contacts.tag.mutate({ id: row.id, ...tagging.change.current }),
            undo: (row) => api.contacts.update.mutate({ id: row.id, tags: row.tags }),
            done: (count) => t`${count} contacts tagged`,
          },
          can('contacts.delete') && {
            id: 'delete',
            label: t`Delete`,
            icon: <Trash2 aria-hidden className="size-4" />,
            danger: true,
            run: (row) => api.contacts.delete.mutate({ id: row.id }),
            undo: (row) => api.contacts.restore.mutate({ id: row.id }),
            done: (count) => t`${count} contacts deleted`,
          },
        ]}
        empty={{
          icon: <Users />,
          title: t`The first customer`,
          text: t`Add the first customer, or bring them all with a CSV file.`,
          actions: create && (
            <>
              <Button variant="primary" onClick={create.run}>{t`New contact`}</Button>
              <LinkButton to="/contacts/import">{t`Import a CSV`}</LinkButton>
            </>
          ),
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
      {tagging.dialog}
    </>
  );
}

/** The list holds less than the form edits, so the form waits for the whole contact. */
function EditContact({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useQuery(trpc.contacts.get.queryOptions({ id }));
  const saved = () => {
    onClose();
    return refreshContacts();
  };
  return data && <ContactForm contact={data} onSaved={saved} onClose={onClose} />;
}
