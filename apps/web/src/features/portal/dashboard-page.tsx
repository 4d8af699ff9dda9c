import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { can } from '../../lib/session.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ActionRequired } from './action-required.tsx';
import { DashboardCounters } from './dashboard-counters.tsx';
import { LatestActivity } from './latest-activity.tsx';
import { LatestDocuments } from './latest-documents.tsx';

/** What waits for the reader, how much there is, and what was new. A client who has not said how they work is asked first. */
export function DashboardPage() {
  const { t } = useLingui();
  const query = useQuery(trpc.dashboard.get.queryOptions({}));
  const page = query.data;
  if (page && !page.onboarded && can('portal.onboarding'))
    return <Navigate to="/portal/onboarding" replace />;
  return (
    <Page title={t`Dashboard`}>
      {query.error && !page ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <>
          <DashboardCounters counters={page?.counters} />
          <div className="grid items-start gap-(--gap) lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <ActionRequired tasks={page?.tasks} begin={page?.activity.length === 0 && <FirstSteps />} />
            <div className="flex min-w-0 flex-col gap-(--gap)">
              <LatestActivity events={page?.activity} />
              <LatestDocuments documents={page?.documents} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

/** Where a consultancy begins, while nothing has happened yet. */
function FirstSteps() {
  const { t } = useLingui();
  return (
    <>
      {can('portal.catalogue.manage') && (
        <LinkButton to="/portal/admin/catalogue/$slug" params={{ slug: 'new' }} variant="primary">
          {t`Describe a service`}
        </LinkButton>
      )}
      {can('portal.organizations.manage') && (
        <LinkButton to="/portal/admin/organizations" search={{ new: '1' }}>{t`Add a client`}</LinkButton>
      )}
    </>
  );
}
