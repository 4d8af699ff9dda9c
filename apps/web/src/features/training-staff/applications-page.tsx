import { useLingui } from '@lingui/react/macro';
import { APPLICATION_STATUSES } from '@officina/contracts/training';
import type { ApplicationItem } from '@officina/contracts/training-views';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { lazy } from 'react';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { DrawerList } from './drawer-list.tsx';
import { APPLICATION_TONES, useStaffWords } from './staff-words.ts';

const ApplicationDrawer = lazy(() =>
  import('./application-drawer.tsx').then((module) => ({ default: module.ApplicationDrawer })),
);
const route = getRouteApi('/app/training/applications');
const open = (row: ApplicationItem) => ({ to: '/training/applications', search: { open: row.id } }) as const;

/** Who wants a place, the newest first. */
export function ApplicationsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { applications } = useStaffWords();
  const filters = { status: words(search.status, APPLICATION_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.training.applications.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <DrawerList
      id="training-applications"
      title={t`Applications`}
      search={search}
      query={query}
      open={open}
      nameColumn={t`Applicant`}
      statuses={applications}
      tones={APPLICATION_TONES}
      more={[
        {
          id: 'email',
          header: t`E-mail`,
          width: 'minmax(12rem,1fr)',
          cell: (row) => <bdi>{row.email}</bdi>,
          text: (row) => row.email,
        },
      ]}
      csv={{ name: t`applications`, page: (at) => api.training.applications.query({ ...filters, ...at }) }}
      empty={{
        icon: <ListChecks />,
        title: t`No application yet`,
        text: t`Whoever applies on the programme’s page appears here.`,
        actions: <LinkButton to="/training/programs">{t`See the programmes`}</LinkButton>,
      }}
      drawer={(row, close) => (
        <ApplicationDrawer key={row.id} application={row} onClose={close} onDecided={() => query.refetch()} />
      )}
    />
  );
}
