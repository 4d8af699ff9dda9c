import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { date, money, number } from '../../lib/format.ts';
import { isElsewhere, zoneName } from '../../lib/zones.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { trpc } from '../../trpc.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { Stat } from '../../ui/stat.tsx';
import { LearnerAudit } from './learner-audit.tsx';
import { LearnerDialogs } from './learner-dialogs.tsx';
import { LearnerMoney } from './learner-money.tsx';
import { LearnerPapers } from './learner-papers.tsx';
import { LearnerShifts } from './learner-shifts.tsx';
import { StateBadge, useHoldWords } from './learner-words.tsx';
import { useLearnerActions } from './use-learner-actions.tsx';

const route = getRouteApi('/app/training/learners/$id');

/** Everything of one learner, and everything that staff may do about them. */
export function LearnerPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const holds = useHoldWords();
  const query = useQuery(trpc.training.enrollment.queryOptions({ enrollmentId: id }));
  const detail = query.data;
  const { actions, more, dialog, setDialog } = useLearnerActions(detail);
  const apprentice = detail?.apprentice;
  const { timeZone: zone, holdReason } = detail?.enrollment ?? {};
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Training`, to: '/training' }}
      title={detail?.learner.name}
      badge={detail && <StateBadge state={detail.enrollment.enrollmentState} />}
      list={{ id: 'training-learners', recordId: id }}
      actions={actions}
      more={more}
      summary={
        detail && (
          <div className="grid grid-cols-2 gap-(--gap) xl:grid-cols-4">
            <Stat
              label={t`Hours`}
              value={apprentice ? number(apprentice.totalHours + apprentice.transferHoursCredited, 2) : '–'}
              note={apprentice ? t`of ${number(apprentice.requiredHours)}` : t`No apprentice record yet`}
            />
            <Stat
              label={t`Weeks paid`}
              value={`${detail.billing.weeksPaid} / ${detail.billing.weeksTotal}`}
              note={t`${money(detail.billing.weeklyCents, detail.billing.currency)} a week`}
            />
            <Stat
              label={t`Days past due`}
              value={detail.billing.daysPastDue}
              tone={
                detail.billing.daysPastDue > 7 ? 'danger' : detail.billing.daysPastDue ? 'warning' : undefined
              }
            />
            <Stat
              label={t`Start`}
              value={detail.enrollment.programStartDate ? date(detail.enrollment.programStartDate) : '–'}
              note={apprentice?.shopName}
            />
          </div>
        )
      }
      aside={
        detail && (
          <Panel title={t`Learner`}>
            <Facts
              items={[
                { label: t`E-mail`, value: detail.learner.email },
                { label: t`Phone`, value: detail.learner.phone },
                { label: t`Shop`, value: apprentice?.shopName },
                { label: t`Enrolled on`, value: date(detail.enrollment.enrolledAt, zone) },
                {
                  label: t`Coursework`,
                  value: detail.enrollment.courseworkComplete ? t`Complete` : t`Not complete`,
                },
                { label: t`Times in`, value: zone && isElsewhere(zone) && zoneName(zone) },
                { label: t`Hold`, value: holdReason && holds[holdReason] },
                { label: t`Suspended because`, value: detail.enrollment.suspensionReason },
                { label: t`Customer`, value: detail.billing.stripeCustomerId },
                { label: t`Subscription`, value: detail.billing.stripeSubscriptionId },
              ]}
            />
          </Panel>
        )
      }
      tabs={
        detail
          ? [
              {
                id: 'record',
                label: t`Record`,
                content: () => <LearnerAudit entries={detail.audit} zone={detail.enrollment.timeZone} />,
              },
              {
                id: 'papers',
                label: t`Documents`,
                count: detail.documents.length,
                content: () => <LearnerPapers detail={detail} />,
              },
              {
                id: 'shifts',
                label: t`Hours`,
                count: detail.shifts.length,
                content: () => <LearnerShifts detail={detail} />,
              },
              {
                id: 'money',
                label: t`Payments`,
                count: detail.payments.length,
                content: () => <LearnerMoney detail={detail} />,
              },
            ]
          : []
      }
    >
      {detail && dialog && <LearnerDialogs detail={detail} dialog={dialog} onClose={() => setDialog(null)} />}
    </DetailPage>
  );
}
