import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { StageBadge } from '../../shell/portal/badges.tsx';
import { trpc } from '../../trpc.ts';
import { DeliverableList } from './deliverable-list.tsx';
import { EngagementChanges } from './engagement-changes.tsx';
import { EngagementDialogs } from './engagement-dialogs.tsx';
import { EngagementDocuments } from './engagement-documents.tsx';
import { EngagementFacts } from './engagement-facts.tsx';
import { EngagementHistory } from './engagement-history.tsx';
import { EngagementOverview } from './engagement-overview.tsx';
import { MilestoneList } from './milestone-list.tsx';
import { StageTracker } from './stage-tracker.tsx';
import { useEngagementActions } from './use-engagement-actions.tsx';

const route = getRouteApi('/app/portal/engagements/$id');

export function EngagementPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.engagements.get.queryOptions({ id }));
  const detail = query.data;
  const engagement = detail?.engagement;
  const { actions, more, dialog, setDialog } = useEngagementActions(engagement);
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Engagements`, to: '/portal/engagements' }}
      title={engagement?.title}
      badge={engagement && <StageBadge stage={engagement.stage} />}
      list={{ id: 'engagements', recordId: id }}
      actions={actions}
      more={more}
      summary={engagement && <StageTracker engagement={engagement} />}
      aside={engagement && <EngagementFacts engagement={engagement} />}
      tabs={
        detail
          ? [
              {
                id: 'overview',
                label: t`Overview`,
                content: () => <EngagementOverview detail={detail} />,
              },
              {
                id: 'milestones',
                label: t`Milestones`,
                count: detail.milestones.length,
                content: () => (
                  <MilestoneList
                    engagement={detail.engagement}
                    milestones={detail.milestones}
                    onAdd={() => setDialog('milestone')}
                  />
                ),
              },
              {
                id: 'deliverables',
                label: t`Deliverables`,
                count: detail.deliverables.length,
                content: () => (
                  <DeliverableList
                    engagement={detail.engagement}
                    deliverables={detail.deliverables}
                    onAdd={() => setDialog('deliverable')}
                  />
                ),
              },
              {
                id: 'changes',
                label: t`Change requests`,
                count: detail.changeRequests.length,
                content: () => (
                  <EngagementChanges
                    engagement={detail.engagement}
                    changes={detail.changeRequests}
                    onAdd={() => setDialog('change')}
                  />
                ),
              },
              {
                id: 'documents',
                label: t`Documents`,
                count: detail.documents.filter(({ archivedAt }) => archivedAt === null).length,
                content: () => (
                  <EngagementDocuments engagement={detail.engagement} documents={detail.documents} />
                ),
              },
              {
                id: 'history',
                label: t`History`,
                content: () => <EngagementHistory engagementId={id} />,
              },
            ]
          : []
      }
    >
      {engagement && dialog && (
        <EngagementDialogs engagement={engagement} dialog={dialog} onClose={() => setDialog(null)} />
      )}
    </DetailPage>
  );
}
