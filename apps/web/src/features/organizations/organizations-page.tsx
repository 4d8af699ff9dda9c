import { useLingui } from '@lingui/react/macro';
import type { OrganizationItem } from '@officina/contracts/organizations';
import { ORG_STANDINGS } from '@officina/contracts/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, rowOf, useList } from '../../shell/list/use-list.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { useOrganizationColumns } from './organization-columns.tsx';

const OrganizationForm = lazy(() =>
  import('./organization-form.tsx').then((module) => ({ default: module.OrganizationForm })),
);

const route = getRouteApi('/app/portal/admin/organizations');
const open = (row: OrganizationItem) =>
  ({ to: '/portal/admin/organizations', search: { edit: row.id } }) as const;
const refresh = () => queryClient.invalidateQueries(trpc.organizations.pathFilter());

/** Client organisations; opening one edits it in place. */
export function OrganizationsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { standings } = usePortalWords();
  const list = useList<OrganizationItem>({
    id: 'organizations',
    search,
    columns: useOrganizationColumns(),
    filters: [
      {
        id: 'standing',
        label: t`Standing`,
        kind: 'one',
        options: ORG_STANDINGS.map((value) => ({ value, label: standings[value] })),
      },
    ],
  });
  const filters = { q: search.q, standing: words(search.standing, ORG_STANDINGS)?.[0] };
  const query = useInfiniteQuery(
    trpc.organizations.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const create = { label: t`New organisation`, run: () => list.set({ new: '1' }) };
  const edited = rowOf(query, search.edit);
  const close = () => list.set({ new: undefined, edit: undefined });
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Organisations`}
        nameOf={(row) => row.name}
        open={open}
        create={create}
        csv={{ name: t`organisations`, page: (at) => api.organizations.list.query({ ...filters, ...at }) }}
        settled={refresh}
        empty={{
          icon: <Building2 />,
          title: t`The first organisation`,
          text: t`Each client belongs to one; inquiries bring their own.`,
        }}
      />
      <Suspense>
        {(search.new || edited) && (
          <OrganizationForm
            key={edited?.id}
            organization={edited}
            onSaved={async () => {
              close();
              await refresh();
            }}
            onChanged={refresh}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}
