import { useLingui } from '@lingui/react/macro';
import type { InquiryItem } from '@officina/contracts/inquiries';
import { INQUIRY_STATUSES, type Timeframe } from '@officina/contracts/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { InquiryBadge } from '../../shell/portal/badges.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { useServiceTitles } from '../../shell/portal/service-titles.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api, trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useInquiryVerbs } from './use-inquiry-verbs.tsx';

const route = getRouteApi('/app/portal/inquiries');
const open = (row: InquiryItem) => ({ to: '/portal/inquiries/$id', params: { id: row.id } }) as const;

function useColumns(): Column<InquiryItem>[] {
  const { t } = useLingui();
  const { inquiryStatuses, timeframes } = usePortalWords();
  const titleOf = useServiceTitles();
  return [
    {
      id: 'organization',
      header: t`Organisation`,
      width: 'minmax(12rem,2fr)',
      card: 'title',
      cell: (row) => row.organization,
    },
    {
      id: 'service',
      header: t({ context: 'catalogue', message: 'Service' }),
      width: 'minmax(10rem,1fr)',
      card: 'line',
      cell: (row) => titleOf(row.serviceSlug),
    },
    {
      id: 'status',
      header: t`Status`,
      width: '9rem',
      card: 'badge',
      cell: (row) => <InquiryBadge status={row.status} />,
      text: (row) => inquiryStatuses[row.status],
    },
    {
      id: 'timeframe',
      header: t`When`,
      width: '8rem',
      card: 'line',
      cell: (row) => timeframes[row.timeframe as Timeframe] ?? row.timeframe,
    },
    {
      id: 'email',
      header: t`E-mail`,
      width: 'minmax(12rem,1fr)',
      cell: (row) => <bdi>{row.contactEmail}</bdi>,
      text: (row) => row.contactEmail,
    },
    { id: 'received', header: t`Received`, width: '8rem', card: 'end', cell: (row) => date(row.createdAt) },
  ];
}

/** Who asked for a scope, newest first. */
export function InquiriesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { inquiryStatuses } = usePortalWords();
  const verbs = useInquiryVerbs();
  const list = useList<InquiryItem>({
    id: 'inquiries',
    search,
    columns: useColumns(),
    filters: [
      {
        id: 'status',
        label: t`Status`,
        kind: 'one',
        options: INQUIRY_STATUSES.map((value) => ({ value, label: inquiryStatuses[value] })),
      },
    ],
    searchable: false,
  });
  const filters = { status: words(search.status, INQUIRY_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.inquiries.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Inquiries`}
      nameOf={(row) => row.organization}
      open={open}
      rowKeys={verbs.rowKeys}
      csv={{ name: t`inquiries`, page: (at) => api.inquiries.list.query({ ...filters, ...at }) }}
      settled={refreshPortal}
      empty={{
        icon: <Inbox />,
        title: t`No inquiry yet`,
        text: t`Whoever requests a scope on the public marketplace appears here.`,
        actions: (
          <LinkButton variant="primary" to="/marketplace">
            {t`See the marketplace`}
          </LinkButton>
        ),
      }}
    />
  );
}
