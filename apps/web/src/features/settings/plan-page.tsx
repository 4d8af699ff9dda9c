import { useLingui } from '@lingui/react/macro';
import { PLAN_LIMITS, PLANS, type Plan } from '@officina/contracts/plans';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Infinity as Unlimited } from 'lucide-react';
import { number } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { PLAN_NAMES, PlanActions } from './plan-actions.tsx';
import { SectionPage } from './settings-page.tsx';

export function PlanPage() {
  const { t } = useLingui();
  const query = useQuery(trpc.tenancy.usage.queryOptions({}));
  return (
    <SectionPage title={t`Plan and usage`} query={query}>
      {({ plan, subscribed, users, contacts }) => (
        <>
          <Panel title={t`Your plan`} action={<Badge tone="accent">{PLAN_NAMES[plan]}</Badge>}>
            <div className="grid gap-6 pt-1 sm:grid-cols-2">
              <Meter label={t`Users`} note={t`Members and pending invitations`} {...users} />
              <Meter label={t`Contacts`} note={t`Deleted ones do not count`} {...contacts} />
            </div>
          </Panel>
          <Panel title={t`The plans`} flush>
            <PlanTable present={plan} />
            {can('billing.manage') && <PlanActions present={plan} subscribed={subscribed} />}
          </Panel>
        </>
      )}
    </SectionPage>
  );
}

interface MeterProps {
  label: string;
  note: string;
  used: number;
  limit: number | null;
}

/** How much of a limit is used; from nine tenths on it warns. */
function Meter({ label, note, used, limit }: MeterProps) {
  const { t } = useLingui();
  const share = limit === null ? 0 : used / limit;
  return (
    <div>
      <p className="text-ink-muted text-sm">{label}</p>
      <p className="tabular mb-1.5 font-semibold text-2xl tracking-tight">
        {number(used)}
        <span className="font-normal text-base text-ink-faint tracking-normal">
          {limit === null ? ` · ${t`unlimited`}` : ` / ${number(limit)}`}
        </span>
      </p>
      {limit !== null && (
        <Progress label={label} labelHidden value={share} tone={share >= 0.9 ? 'danger' : 'accent'} />
      )}
      <p className={clsx('mt-1.5 text-xs', share >= 1 ? 'text-danger' : 'text-ink-faint')}>
        {share >= 1 ? t`The limit is reached: nothing is lost, but no more can be added.` : note}
      </p>
    </div>
  );
}

function PlanTable({ present }: { present: Plan }) {
  const { t } = useLingui();
  return (
    <Table aria-label={t`The plans`}>
      <thead>
        <tr>
          <Th>{t`Plan`}</Th>
          <Th numeric>{t`Users`}</Th>
          <Th numeric>{t`Contacts`}</Th>
        </tr>
      </thead>
      <tbody>
        {PLANS.map((plan) => (
          <tr key={plan} className={plan === present ? 'bg-accent-soft' : undefined}>
            <Td>
              <bdi className={clsx(plan === present && 'font-semibold')}>{PLAN_NAMES[plan]}</bdi>
              {plan === present && <bdi className="ms-2 text-accent-ink text-xs">{t`yours`}</bdi>}
            </Td>
            <Td numeric>
              <Limit value={PLAN_LIMITS[plan].users} />
            </Td>
            <Td numeric>
              <Limit value={PLAN_LIMITS[plan].contacts} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Limit({ value }: { value: number | null }) {
  const { t } = useLingui();
  if (value !== null) return number(value);
  return <Unlimited role="img" aria-label={t`unlimited`} className="ms-auto size-4 text-ink-muted" />;
}
