import { useLingui } from '@lingui/react/macro';
import { APPLICATION_STATUSES } from '@officina/contracts/training';
import type { ApplicationItem } from '@officina/contracts/training-views';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { APPLICATION_TONES, useStaffWords } from './staff-words.ts';

const ApplicationDrawer = lazy(() =>
  import('./application-drawer.tsx').then((module) => ({ default: module.ApplicationDrawer })),
);
const route = getRouteApi('/app/training/applications');
const open = (row: ApplicationItem) => ({ to: '/training/applications', search: { open: row.id } }) as const;

function useColumns(): Column<ApplicationItem>[] {
  const { t } = useLingui();
  const { applications } = useStaffWords();
  return [
    {
      id: 'name',
      header: t`Applicant`,
      width: 'minmax(12rem,2fr)',
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
    {
      id: 'status',
      header: t`Status`,
      width: '9rem',
      card: 'badge',
      cell: (row) => (
        <StatusBadge tone={APPLICATION_TONES[row.status]}>{applications[row.status]}</StatusBadge>
      ),
      text: (row) => applications[row.status],
    },
    {
      id: 'email',
      header: t`E-mail`,
      width: 'minmax(12rem,1fr)',
      cell: (row) => <bdi>{row.email}</bdi>,
      text: (row) => row.email,
    },
    { id: 'received', header: t`Received`, width: '8rem', card: 'end', cell: (row) => date(row.createdAt) },
  ];
}

/** Who wants a place, the newest first. */
export function ApplicationsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { applications } = useStaffWords();
  const list = useList<ApplicationItem>({
    id: 'training-applications',
    search,
    columns: useColumns(),
    filters: [{ id: 'status', label: t`Status`, kind: 'one', options: optionsOf(applications) }],
    searchable: false,
  });
  const filters = { status: words(search.status, APPLICATION_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.training.applications.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const shown = query.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === search.open);
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Applications`}
        nameOf={(row) => row.name}
        open={open}
        csv={{ name: t`applications`, page: (at) => api.training.applications.query({ ...filters, ...at }) }}
        empty={{
          icon: <ListChecks />,
          title: t`No application yet`,
          text: t`Whoever applies on the programme’s page appears here.`,
          actions: (
            <LinkButton to="/programs/$slug" params={{ slug: 'barber-apprenticeship' }}>
              {t`See the page`}
            </LinkButton>
          ),
        }}
      />
      <Suspense>
        {shown && (
          <ApplicationDrawer
            key={shown.id}
            application={shown}
            onClose={() => list.set({ open: undefined })}
            onDecided={() => query.refetch()}
          />
        )}
      </Suspense>
    </>
  );
}
