import { useLingui } from '@lingui/react/macro';
import { DEFAULT_PROGRAM } from '@officina/contracts/training';
import type { TrainingMe } from '@officina/contracts/training-views';
import { useQuery } from '@tanstack/react-query';
import { date, money, number } from '../../lib/format.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { NextStep } from './next-step.tsx';
import { useReasons } from './reasons.ts';
import { Stepper } from './stepper.tsx';

/** Where a learner begins: the road, what blocks it and the button that solves it, hours and payments. */
export function ApprenticePage() {
  const { t } = useLingui();
  const query = useQuery(trpc.training.me.queryOptions({}));
  return (
    <Page title={t`My training`}>
      {query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : query.data ? (
        <Road me={query.data} />
      ) : (
        <Panel>
          <SkeletonText lines={8} />
        </Panel>
      )}
    </Page>
  );
}

function Road({ me }: { me: TrainingMe }) {
  const { t } = useLingui();
  const reasons = useReasons();
  const { enrollment, plan, state, hours } = me;
  const slug = enrollment?.program ?? DEFAULT_PROGRAM;
  const warning = state === 'payment_hold' || state === 'suspended';
  return (
    <>
      <Panel>
        <div className="flex flex-col gap-4">
          <Stepper
            state={state}
            oriented={Boolean(enrollment?.orientationCompletedAt)}
            submitted={Boolean(enrollment?.documentsSubmittedAt)}
          />
          <Notice tone={warning ? 'warning' : 'info'}>
            {state ? reasons[state] : t`You have not applied for a programme yet.`}
          </Notice>
          <div className="empty:hidden">
            <NextStep action={me.nextAction} slug={slug} />
          </div>
        </div>
      </Panel>
      {enrollment && (
        <div className="grid gap-(--gap) md:grid-cols-2">
          {enrollment.programStartDate && <Hours startDate={enrollment.programStartDate} hours={hours} />}
          {plan && <Payments plan={plan} />}
        </div>
      )}
    </>
  );
}

function Hours({ startDate, hours }: { startDate: string; hours: TrainingMe['hours'] }) {
  const { t } = useLingui();
  if (!hours)
    return (
      <Panel title={t`Hours`}>
        <Notice tone="warning">
          {t`Your place is still being set up: the timeclock opens as soon as the office has done it.`}
        </Notice>
      </Panel>
    );
  const { completed, required, shopName, begun, week } = hours;
  const cut = week.worked > week.credited;
  return (
    <Panel title={t`Hours`}>
      <div className="flex flex-col gap-3">
        <Facts
          items={[
            { label: t`First day`, value: date(startDate) },
            { label: t`Shop`, value: shopName ?? t`The office assigns one to you` },
          ]}
        />
        <Progress
          label={t`${number(completed, 2)} of ${number(required)} hours`}
          value={required ? completed / required : 0}
        />
        {begun ? (
          <>
            <Progress
              label={t`This week: ${number(week.credited, 2)} of at most ${number(week.cap)} hours that count`}
              value={week.credited / week.cap}
            />
            {cut && (
              <p className="text-ink-muted text-sm">
                {t`${number(week.worked, 2)} hours worked this week; what is above the cap or disputed does not count.`}
              </p>
            )}
          </>
        ) : (
          <Notice tone="info">
            {t`Bring your identity document, closed shoes and the telephone with which you clock in.`}
          </Notice>
        )}
      </div>
    </Panel>
  );
}

function Payments({ plan }: { plan: NonNullable<TrainingMe['plan']> }) {
  const { t } = useLingui();
  const { weeksPaid, weeksTotal, daysPastDue } = plan;
  return (
    <Panel title={t`Payments`}>
      <div className="flex flex-col gap-3">
        <Facts
          items={[
            { label: t`A week`, value: money(plan.weeklyCents, plan.currency) },
            { label: t`Weeks left`, value: plan.weeksRemaining },
          ]}
        />
        <Progress
          label={t`${weeksPaid} of ${weeksTotal} weeks paid`}
          value={weeksTotal ? weeksPaid / weeksTotal : 0}
        />
        {plan.pastDueSince && (
          <Notice tone="warning">
            {daysPastDue > 7
              ? t`A payment is ${daysPastDue} days late: the timeclock is locked until it is made.`
              : t`A payment is ${daysPastDue} days late. After seven days the timeclock is locked.`}
          </Notice>
        )}
      </div>
    </Panel>
  );
}
