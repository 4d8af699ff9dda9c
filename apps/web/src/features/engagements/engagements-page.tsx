import { useLingui } from '@lingui/react/macro';
import type { Engagement } from '@officina/contracts/engagements';
import { ENGAGEMENT_STAGES, ENGAGEMENT_STATUSES } from '@officina/contracts/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Waypoints } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api, trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useEngagementColumns, useEngagementFilters } from './engagement-columns.tsx';

const NewEngagement = lazy(() =>
  import('./new-engagement.tsx').then((module) => ({ default: module.NewEngagement })),
);

const route = getRouteApi('/app/portal/engagements');
const open = (row: Engagement) => ({ to: '/portal/engagements/$id', params: { id: row.id } }) as const;

export function EngagementsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList<Engagement>({
    id: 'engagements',
    search,
    columns: useEngagementColumns(),
    filters: useEngagementFilters(),
  });
  const filters = {
    q: search.q,
    stage: words(search.stage, ENGAGEMENT_STAGES)?.[0],
    status: words(search.status, ENGAGEMENT_STATUSES)?.[0],
  };
  const query = useInfiniteQuery(
    trpc.engagements.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const staff = can('portal.engagements.write');
  const setNew = (on: boolean) => list.set({ new: on ? '1' : undefined, org: undefined });
  const create = staff && { label: t`New engagement`, run: () => setNew(true) };
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Engagements`}
        nameOf={(row) => row.title}
        open={open}
        create={create}
        csv={{ name: t`engagements`, page: (at) => api.engagements.list.query({ ...filters, ...at }) }}
        settled={refreshPortal}
        empty={{
          icon: <Waypoints />,
          title: staff ? t`The first engagement` : t`Work with us begins here`,
          text: staff
            ? t`Convert an inquiry, or begin an engagement for an organisation directly.`
            : t`Once we agree on a scope, its milestones, deliverables and documents appear here.`,
          actions: !create && (
            <LinkButton variant="primary" to="/portal/scopes">
              {t`See scope proposals`}
            </LinkButton>
          ),
        }}
      />
      <Suspense>
        {search.new && create && (
          <NewEngagement
            onClose={() => setNew(false)}
            onSaved={async ({ id }) => {
              await refreshPortal();
              await navigate({ to: '/portal/engagements/$id', params: { id } });
            }}
          />
        )}
      </Suspense>
    </>
  );
}
