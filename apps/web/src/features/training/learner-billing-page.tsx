import { useLingui } from '@lingui/react/macro';
import type { LearnerPayment } from '@officina/contracts/training-views';
import { useQuery } from '@tanstack/react-query';
import { date, money } from '../../lib/format.ts';
import { Page } from '../../shell/page.tsx';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { PortalButton } from './portal-button.tsx';

/** A learner's plan, what was paid of it and what failed, and the way to the card. */
export function LearnerBillingPage() {
  const { t } = useLingui();
  const me = useQuery(trpc.training.me.queryOptions({}));
  const payments = useQuery(trpc.training.payments.queryOptions({}));
  const error = me.error ?? payments.error;
  const plan = me.data?.plan;
  const zone = me.data?.enrollment?.timeZone;
  if (error)
    return (
      <Page title={t`Payments`}>
        <ErrorCard error={error} retry={() => Promise.all([me.refetch(), payments.refetch()])} />
      </Page>
    );
  return (
    <Page title={t`Payments`} narrow>
      <Panel title={t`Weekly plan`}>
        {me.isPending ? (
          <SkeletonText lines={4} />
        ) : plan ? (
          <div className="flex flex-col gap-4">
            <Facts
              items={[
                { label: t`A week`, value: money(plan.weeklyCents, plan.currency) },
                { label: t`Weeks left`, value: plan.weeksRemaining },
                { label: t`Late since`, value: plan.pastDueSince && date(plan.pastDueSince, zone) },
              ]}
            />
            <Progress
              label={t`${plan.weeksPaid} of ${plan.weeksTotal} weeks paid`}
              value={plan.weeksTotal ? plan.weeksPaid / plan.weeksTotal : 0}
            />
            <PortalButton open={() => api.training.storePortal.query({})} />
          </div>
        ) : (
          <Notice tone="neutral">{t`You have no plan yet: it begins with the set-up fee.`}</Notice>
        )}
      </Panel>
      <Panel title={t`What was paid`} flush>
        {payments.data?.items.length ? (
          <ul className="divide-y border-t">
            {payments.data.items.map((payment) => (
              <Payment key={payment.id} payment={payment} zone={zone} />
            ))}
          </ul>
        ) : (
          <p className="px-4 pb-4 text-ink-muted">{t`Nothing yet.`}</p>
        )}
      </Panel>
    </Page>
  );
}

function Payment({ payment, zone }: { payment: LearnerPayment; zone: string | undefined }) {
  const { t } = useLingui();
  const { kind, status, amountCents, currency, at } = payment;
  const word = kind === 'setup_fee' ? t`Set-up fee` : kind === 'refund' ? t`Refund` : t`Weekly payment`;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="min-w-0 flex-1">
        {word}
        <span className="block text-ink-faint text-xs">{date(at, zone)}</span>
      </span>
      {status === 'failed' && <StatusBadge tone="danger">{t`Failed`}</StatusBadge>}
      <span className="tabular font-medium">{money(amountCents, currency)}</span>
    </li>
  );
}
