import { useLingui } from '@lingui/react/macro';
import type { GarageDashboard } from '@officina/contracts/reports';
import { money } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { Stat } from '../../ui/stat.tsx';

/** The figures of the day; each opens the list behind it. */
export function HomeTiles({ dashboard }: { dashboard: GarageDashboard | undefined }) {
  const { t } = useLingui();
  const { overdue, pendingQuotes, myTasks, revenue, currency } = dashboard ?? {};
  const lastToDate = revenue?.lastMonthToDateCents ?? 0;
  const change = revenue && lastToDate > 0 ? (revenue.monthCents - lastToDate) / lastToDate : null;
  return (
    <div className="grid grid-cols-2 gap-(--gap) lg:grid-cols-4">
      {can('reports.read') && (
        <Stat
          label={t`Revenue this month`}
          value={revenue ? money(revenue.monthCents, currency, true) : undefined}
          note={revenue && t`Same days last month: ${money(lastToDate, currency, true)}`}
          change={change}
          to={{ to: '/reports' }}
        />
      )}
      <Stat
        label={t`Overdue invoices`}
        value={overdue && money(overdue.openCents, currency, true)}
        note={overdue && t`${overdue.count} to follow up`}
        tone={overdue && overdue.count > 0 ? 'danger' : undefined}
        to={{ to: '/invoices', search: { status: 'overdue' } }}
      />
      <Stat
        label={t`Quotes awaiting an answer`}
        value={pendingQuotes && money(pendingQuotes.totalCents, currency, true)}
        note={pendingQuotes && t`${pendingQuotes.count} sent`}
        to={{ to: '/quotes', search: { status: 'sent' } }}
      />
      {can('tasks.read') && (
        <Stat
          label={t`My tasks today`}
          value={dashboard && (myTasks?.count ?? 0)}
          note={dashboard && ((myTasks?.count ?? 0) > 0 ? t`due by tonight` : t`all done`)}
          to={{ to: '/tasks', search: { due: 'today' } }}
        />
      )}
    </div>
  );
}
