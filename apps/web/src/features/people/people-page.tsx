import { useLingui } from '@lingui/react/macro';
import { PERSON_STATES, type PersonItem } from '@officina/contracts/people';
import { CLIENT_ROLES } from '@officina/contracts/roles';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { usePersonColumns, usePersonFilters } from './person-columns.tsx';
import { personName } from './person-words.ts';
import { refreshPeople } from './use-person-actions.tsx';

const PersonForm = lazy(() => import('./person-form.tsx').then((module) => ({ default: module.PersonForm })));
const PersonDialog = lazy(() =>
  import('./person-dialog.tsx').then((module) => ({ default: module.PersonDialog })),
);

const route = getRouteApi('/app/portal/admin/people');
const open = (row: PersonItem) =>
  ({
    to: '/portal/admin/people',
    search: (before: Record<string, unknown>) => ({ ...before, edit: row.id }) as never,
  }) as const;

/** The people of client organisations; opening one edits them in place. */
export function PeoplePage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const edit = (row: PersonItem) => void navigate(open(row));
  const list = useList<PersonItem>({
    id: 'people',
    search,
    columns: usePersonColumns(edit),
    filters: usePersonFilters(),
  });
  const filters = {
    q: search.q,
    orgId: search.org,
    role: words(search.role, CLIENT_ROLES)?.[0],
    state: words(search.state, PERSON_STATES)?.[0],
  };
  const query = useInfiniteQuery(
    trpc.people.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const create = { label: t`Invite somebody`, run: () => list.set({ new: '1' }) };
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const edited = rows.find((person) => person.id === search.edit);
  const shown = rows.find((person) => person.organization.id === search.org)?.organization;
  const close = () => list.set({ new: undefined, edit: undefined });
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`People`}
        nameOf={personName}
        open={open}
        edit={edit}
        create={create}
        csv={{ name: t`people`, page: (at) => api.people.list.query({ ...filters, ...at }) }}
        settled={refreshPeople}
        empty={{
          icon: <UsersRound />,
          title: t`Nobody yet`,
          text: t`Invite a client's people by e-mail. Who sent an inquiry, or has an address at a verified domain, comes in by a sign-in link.`,
        }}
      />
      <Suspense>
        {(search.new || edited?.abilities.edit) && (
          <PersonForm
            key={edited?.id}
            person={edited}
            organization={shown && { id: shown.id, label: shown.name }}
            onClose={close}
          />
        )}
        {edited && !edited.abilities.edit && <PersonDialog person={edited} onClose={close} />}
      </Suspense>
    </>
  );
}
