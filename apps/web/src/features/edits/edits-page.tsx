import { useLingui } from '@lingui/react/macro';
import type { Edit } from '@officina/contracts/edits';
import { EDIT_STATUSES } from '@officina/contracts/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { PencilRuler } from 'lucide-react';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api, trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useEditColumns, useEditFilters } from './edit-columns.tsx';

const route = getRouteApi('/app/portal/edits');
const open = (row: Edit) => ({ to: '/portal/edits/$id', params: { id: row.id } }) as const;

export function EditsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const list = useList<Edit>({
    id: 'edits',
    search,
    columns: useEditColumns(),
    filters: useEditFilters(),
    searchable: false,
  });
  const filters = { status: words(search.status, EDIT_STATUSES)?.[0], engagementId: search.engagement };
  const query = useInfiniteQuery(
    trpc.edits.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Edits`}
      nameOf={(row) => row.entityTitle}
      open={open}
      csv={{ name: t`edits`, page: (at) => api.edits.list.query({ ...filters, ...at }) }}
      settled={refreshPortal}
      empty={{
        icon: <PencilRuler />,
        title: t`No edits`,
        text: t`What is agreed changes by edits: small ones at once, others once a change request is approved.`,
        actions: (
          <LinkButton variant="primary" to="/portal/engagements">
            {t`See the engagements`}
          </LinkButton>
        ),
      }}
    />
  );
}
