import { useLingui } from '@lingui/react/macro';
import { INQUIRY_STATUSES } from '@officina/contracts/portal';
import type { TrainingInquiryItem } from '@officina/contracts/training-views';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { date, dateTime } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/panel.tsx';
import { useStaffWords } from './staff-words.ts';

const Dialog = lazy(() => import('../../ui/dialog.tsx').then((module) => ({ default: module.Dialog })));
const route = getRouteApi('/app/training/inquiries');
const open = (row: TrainingInquiryItem) => ({ to: '/training/inquiries', search: { open: row.id } }) as const;

function useColumns(): Column<TrainingInquiryItem>[] {
  const { t } = useLingui();
  const { inquiries } = useStaffWords();
  return [
    {
      id: 'name',
      header: t`Name`,
      width: 'minmax(10rem,1fr)',
      card: 'title',
      cell: (row) => row.name,
      text: (row) => row.name,
    },
    {
      id: 'program',
      header: t`Programme`,
      width: 'minmax(10rem,1fr)',
      card: 'line',
      cell: (row) => row.program,
    },
    { id: 'message', header: t`Question`, width: 'minmax(14rem,2fr)', cell: (row) => row.message },
    {
      id: 'status',
      header: t`Status`,
      width: '7rem',
      card: 'badge',
      cell: (row) => (
        <StatusBadge tone={row.status === 'new' ? 'info' : 'neutral'}>{inquiries[row.status]}</StatusBadge>
      ),
      text: (row) => inquiries[row.status],
    },
    { id: 'received', header: t`Received`, width: '8rem', card: 'end', cell: (row) => date(row.createdAt) },
  ];
}

/** Who asked about a programme, the newest first. */
export function InquiriesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { inquiries } = useStaffWords();
  const list = useList<TrainingInquiryItem>({
    id: 'training-inquiries',
    search,
    columns: useColumns(),
    filters: [{ id: 'status', label: t`Status`, kind: 'one', options: optionsOf(inquiries) }],
    searchable: false,
  });
  const filters = { status: words(search.status, INQUIRY_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.training.inquiries.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const shown = query.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === search.open);
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Training inquiries`}
        nameOf={(row) => row.name}
        open={open}
        csv={{ name: t`inquiries`, page: (at) => api.training.inquiries.query({ ...filters, ...at }) }}
        empty={{
          icon: <Inbox />,
          title: t`No inquiry yet`,
          text: t`Questions from the programme’s page appear here.`,
        }}
      />
      <Suspense>
        {shown && (
          <Dialog
            drawer
            title={shown.name}
            description={shown.program}
            onClose={() => list.set({ open: undefined })}
          >
            <div className="flex flex-col gap-4">
              <Facts
                items={[
                  { label: t`E-mail`, value: <a href={`mailto:${shown.email}`}>{shown.email}</a> },
                  { label: t`Telephone`, value: shown.phone },
                  { label: t`Received`, value: dateTime(shown.createdAt) },
                ]}
              />
              {shown.message && <p className="whitespace-pre-wrap">{shown.message}</p>}
            </div>
          </Dialog>
        )}
      </Suspense>
    </>
  );
}
