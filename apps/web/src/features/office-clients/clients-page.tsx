import { useLingui } from '@lingui/react/macro';
import { CLIENT_STATUSES } from '@officina/contracts/office';
import type { OfficeClientListItem } from '@officina/contracts/office-clients';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { useClientColumns, useClientFilters } from './client-columns.tsx';
import { refreshClients } from './refresh-clients.ts';

const ClientForm = lazy(() =>
  import('../../shell/office/client-form.tsx').then((module) => ({ default: module.ClientForm })),
);

const route = getRouteApi('/app/office/clients');
const open = (row: OfficeClientListItem) =>
  ({ to: '/office/clients/$ref', params: { ref: String(row.ref) } }) as const;

export function ClientsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [edited, setEdited] = useState<OfficeClientListItem | null>(null);
  const list = useList<OfficeClientListItem>({
    id: 'office-clients',
    search,
    columns: useClientColumns(),
    filters: useClientFilters(),
  });
  const filters = {
    q: search.q,
    status: words(search.status, CLIENT_STATUSES)?.[0],
    hasSignals: search.signals === '1' || undefined,
  };
  const query = useInfiniteQuery(
    trpc.officeClients.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const setNew = (on: boolean) => list.set({ new: on ? '1' : undefined });
  const create = can('office.clients.write') && { label: t`New client`, run: () => setNew(true) };
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Clients`}
        nameOf={(row) => row.fullName}
        open={open}
        create={create}
        edit={(row) => row.abilities.edit && setEdited(row)}
        csv={{ name: t`clients`, page: (at) => api.officeClients.list.query({ ...filters, ...at }) }}
        settled={refreshClients}
        empty={{
          icon: <UserRound />,
          title: t`The first client`,
          text: t`A name and an id number are enough to receive their binders.`,
        }}
      />
      <Suspense>
        {search.new && create && (
          <ClientForm
            onClose={() => setNew(false)}
            onSaved={({ ref }) => {
              void refreshClients();
              void navigate({ to: '/office/clients/$ref', params: { ref: String(ref) } });
            }}
          />
        )}
        {edited && (
          <ClientForm
            client={edited}
            onClose={() => setEdited(null)}
            onSaved={() => {
              setEdited(null);
              return refreshClients();
            }}
          />
        )}
      </Suspense>
    </>
  );
}
