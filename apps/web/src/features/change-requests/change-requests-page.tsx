import { useLingui } from '@lingui/react/macro';
import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { CHANGE_STATUSES } from '@officina/contracts/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { GitPullRequestArrow } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api, trpc } from '../../trpc.ts';
import { useChangeColumns, useChangeFilters } from './change-columns.tsx';

const ChangeForm = lazy(() =>
  import('../../shell/portal/change-form.tsx').then((module) => ({ default: module.ChangeForm })),
);

const route = getRouteApi('/app/portal/change-requests');
const open = (row: ChangeRequestItem) =>
  ({ to: '/portal/change-requests/$id', params: { id: row.id } }) as const;
/** What a page that leads here has filled in already. */
const GIVEN = { new: undefined, title: undefined, description: undefined, edit: undefined };

export function ChangeRequestsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList<ChangeRequestItem>({
    id: 'change-requests',
    search,
    columns: useChangeColumns(),
    filters: useChangeFilters(),
    searchable: false,
  });
  const filters = {
    status: words(search.status, CHANGE_STATUSES)?.[0],
    engagementId: search.engagement,
  };
  const query = useInfiniteQuery(
    trpc.changeRequests.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const create = can('portal.changes.create') && {
    label: t`Request a change`,
    run: () => list.set({ new: '1' }),
  };
  const about = useQuery({
    ...trpc.engagements.get.queryOptions({ id: search.engagement ?? '' }),
    enabled: Boolean(search.new && search.engagement),
  });
  const ready = !search.engagement || !about.isLoading;
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Change requests`}
        nameOf={(row) => row.title}
        open={open}
        create={create}
        csv={{
          name: t`change-requests`,
          page: (at) => api.changeRequests.list.query({ ...filters, ...at }),
        }}
        settled={refreshPortal}
        empty={{
          icon: <GitPullRequestArrow />,
          title: t`No change requests`,
          text: t`When scope, dates, cost or risk of an engagement should change, it is asked for and decided here.`,
        }}
      />
      <Suspense>
        {search.new && create && ready && (
          <ChangeForm
            engagement={about.data?.engagement}
            given={{ title: search.title, description: search.description, editEventId: search.edit }}
            onClose={() => list.set(GIVEN)}
            onSaved={async ({ id }) => {
              await refreshPortal();
              await navigate({ to: '/portal/change-requests/$id', params: { id } });
            }}
          />
        )}
      </Suspense>
    </>
  );
}
