import { useLingui } from '@lingui/react/macro';
import { INQUIRY_STATUSES } from '@officina/contracts/portal';
import type { TrainingInquiryItem } from '@officina/contracts/training-views';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { lazy } from 'react';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { DrawerList } from './drawer-list.tsx';
import { INQUIRY_TONES, useStaffWords } from './staff-words.ts';

const InquiryDrawer = lazy(() =>
  import('./inquiry-drawer.tsx').then((module) => ({ default: module.InquiryDrawer })),
);
const route = getRouteApi('/app/training/inquiries');
const open = (row: TrainingInquiryItem) => ({ to: '/training/inquiries', search: { open: row.id } }) as const;

/** Who asked about a programme, the newest first. */
export function InquiriesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { inquiries } = useStaffWords();
  const filters = { status: words(search.status, INQUIRY_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.training.inquiries.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <DrawerList
      id="training-inquiries"
      title={t`Training inquiries`}
      search={search}
      query={query}
      open={open}
      nameColumn={t`Name`}
      statuses={inquiries}
      tones={INQUIRY_TONES}
      more={[{ id: 'message', header: t`Question`, width: 'minmax(14rem,2fr)', cell: (row) => row.message }]}
      csv={{ name: t`inquiries`, page: (at) => api.training.inquiries.query({ ...filters, ...at }) }}
      empty={{
        icon: <Inbox />,
        title: t`No inquiry yet`,
        text: t`Questions from the programme’s page appear here.`,
      }}
      drawer={(row, close) => (
        <InquiryDrawer key={row.id} inquiry={row} onClose={close} onMoved={() => query.refetch()} />
      )}
    />
  );
}
