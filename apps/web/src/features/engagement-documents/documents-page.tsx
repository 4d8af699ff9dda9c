import { useLingui } from '@lingui/react/macro';
import type { EngagementDocument } from '@officina/contracts/engagement-documents';
import { ENGAGEMENT_DOCUMENT_CATEGORIES } from '@officina/contracts/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Files } from 'lucide-react';
import { date, number } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { DocumentActions } from '../../shell/portal/document-actions.tsx';
import { engagementTitle, searchEngagements } from '../../shell/portal/pickers.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api, trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/link-button.tsx';

const route = getRouteApi('/app/portal/documents');
const open = (row: EngagementDocument) =>
  ({
    to: '/portal/engagements/$id',
    params: { id: row.engagement?.id ?? '' },
    search: { tab: 'documents' },
  }) as const;
const kilobytes = (size: number) => Math.max(1, Math.round(size / 1024));

function useDocumentColumns(): Column<EngagementDocument>[] {
  const { t } = useLingui();
  const { categories } = usePortalWords();
  return [
    {
      id: 'name',
      header: t`Document`,
      width: 'minmax(14rem,2fr)',
      card: 'title',
      cell: (row) => row.label ?? row.name,
    },
    {
      id: 'category',
      header: t`Category`,
      width: '10rem',
      card: 'badge',
      cell: (row) => <Badge tone={row.archivedAt ? 'neutral' : 'info'}>{categories[row.category]}</Badge>,
      text: (row) => categories[row.category],
    },
    {
      id: 'engagement',
      header: t`Engagement`,
      width: 'minmax(10rem,1fr)',
      card: 'line',
      cell: (row) => row.engagement?.title ?? row.organization.name,
    },
    { id: 'by', header: t`By`, width: '10rem', cell: (row) => row.uploadedBy?.name },
    {
      id: 'size',
      header: t`Size`,
      width: '6rem',
      align: 'end',
      cell: (row) => t`${number(kilobytes(row.size))} KB`,
    },
    { id: 'created', header: t`Added`, width: '8rem', card: 'end', cell: (row) => date(row.createdAt) },
    {
      id: 'actions',
      header: t`Actions`,
      width: '6rem',
      card: 'act',
      cell: (row) => <DocumentActions document={row} />,
      text: () => '',
    },
  ];
}

function useDocumentFilters(): Filter[] {
  const { t } = useLingui();
  const { categories } = usePortalWords();
  return [
    {
      id: 'category',
      label: t`Category`,
      kind: 'one',
      options: ENGAGEMENT_DOCUMENT_CATEGORIES.map((value) => ({ value, label: categories[value] })),
    },
    {
      id: 'engagement',
      label: t`Engagement`,
      kind: 'record',
      search: searchEngagements,
      nameOf: engagementTitle,
    },
    { id: 'archived', label: t`Archived`, kind: 'flag' },
  ];
}

export function DocumentsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const list = useList<EngagementDocument>({
    id: 'engagement-documents',
    search,
    columns: useDocumentColumns(),
    filters: useDocumentFilters(),
    searchable: false,
  });
  const filters = {
    category: words(search.category, ENGAGEMENT_DOCUMENT_CATEGORIES)?.[0],
    engagementId: search.engagement,
    archived: search.archived === '1',
  };
  const query = useInfiniteQuery(
    trpc.documents.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Documents`}
      nameOf={(row) => row.name}
      open={open}
      csv={{ name: t`documents`, page: (at) => api.documents.list.query({ ...filters, ...at }) }}
      settled={refreshPortal}
      empty={{
        icon: <Files />,
        title: t`No documents`,
        text: t`What is handed in and handed out lies with its engagement, on the tab Documents.`,
        actions: (
          <LinkButton variant="primary" to="/portal/engagements">
            {t`See the engagements`}
          </LinkButton>
        ),
      }}
    />
  );
}
