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
import { Stepper } from './stepper.tsx';
import { useTrainingWords } from './training-words.ts';

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
  const { reasons } = useTrainingWords();
  const { enrollment, plan, state } = me;
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
          {enrollment.programStartDate && <Hours startDate={enrollment.programStartDate} />}
          {plan && <Payments plan={plan} />}
        </div>
      )}
    </>
  );
}

function Hours({ startDate }: { startDate: string }) {
  const { t } = useLingui();
  const query = useQuery({ ...trpc.training.timeclock.queryOptions({}), retry: false });
  const clock = query.data;
  const [done, required] = [clock?.hoursCompleted ?? 0, clock?.hoursRequired ?? 0];
  const begun = startDate <= new Date().toISOString().slice(0, 10);
  return (
    <Panel title={t`Hours`}>
      <div className="flex flex-col gap-3">
        <Facts
          items={[
            { label: t`First day`, value: date(startDate) },
            { label: t`Shop`, value: clock?.shopName },
          ]}
        />
        {clock?.apprenticeId && (
          <Progress
            label={t`${number(done)} of ${number(required)} hours`}
            value={required ? done / required : 0}
          />
        )}
        {!begun && (
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
            { label: t`A week`, value: money(plan.weeklyCents, 'USD') },
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
