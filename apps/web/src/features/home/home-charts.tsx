import { useLingui } from '@lingui/react/macro';
import type { GarageDashboard } from '@officina/contracts/reports';
import { Link } from '@tanstack/react-router';
import { money, month, percent } from '../../lib/format.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

const HEIGHT = 220;
const room = <Skeleton className="h-55" />;

/** Twelve months of what was paid. */
export function RevenueMonths({ dashboard }: { dashboard: GarageDashboard | undefined }) {
  const { t } = useLingui();
  const months = dashboard?.revenue?.months;
  const any = months?.some(({ revenueCents }) => revenueCents !== 0);
  return (
    <Panel
      title={t`Revenue, twelve months`}
      action={
        <Link
          to="/reports"
          search={{}}
          className="text-accent-ink text-sm hover:underline"
        >{t`Reports`}</Link>
      }
    >
      {!months ? (
        room
      ) : any ? (
        <BarChart
          title={t`Revenue, twelve months`}
          height={HEIGHT}
          labels={months.map((each) => month(each.month))}
          series={[{ name: t`Revenue`, values: months.map((each) => each.revenueCents) }]}
          print={(cents) => money(cents, dashboard.currency)}
          printShort={(cents) => money(cents, dashboard.currency, true)}
        />
      ) : (
        <EmptyState title={t`Revenue appears with the first paid invoice`} />
      )}
    </Panel>
  );
}

/** Quotes on their way, by stage. */
export function Pipeline({ dashboard }: { dashboard: GarageDashboard | undefined }) {
  const { t } = useLingui();
  const pipeline = dashboard?.pipeline;
  const labels = { draft: t`Drafts`, sent: t`Sent`, accepted: t`Accepted` };
  const most = Math.max(1, ...(pipeline?.stages.map(({ totalCents }) => totalCents) ?? []));
  return (
    <Panel title={t`Pipeline`}>
      {!pipeline ? (
        <Skeleton className="h-40" />
      ) : (
        <>
          <ul className="flex flex-col gap-3">
            {pipeline.stages.map(({ status, count, totalCents }) => (
              <li key={status}>
                <Link
                  to="/quotes"
                  search={{ status }}
                  className="block rounded-control text-sm hover:bg-hover"
                >
                  <span className="flex justify-between gap-2">
                    <span>
                      {labels[status]} <span className="tabular text-ink-faint">{count}</span>
                    </span>
                    <span className="tabular">{money(totalCents, pipeline.currency)}</span>
                  </span>
                  <span aria-hidden className="mt-1 block h-1.5 rounded-full bg-sunken">
                    <span
                      className="block h-full rounded-full bg-accent"
                      style={{ width: `${(totalCents / most) * 100}%` }}
                    />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <p className="mt-4 flex justify-between border-t pt-3 text-ink-muted text-sm">
            <span>{t`Conversion ${percent(pipeline.conversionRate)}`}</span>
            <span>{t`Average ${money(pipeline.averageDealCents, pipeline.currency, true)}`}</span>
          </p>
        </>
      )}
    </Panel>
  );
}
