import { useLingui } from '@lingui/react/macro';
import { addDays } from '@officina/contracts/calendar';
import type { RevenueReport } from '@officina/contracts/reports';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { csv, downloadFile } from '../../lib/download.ts';
import { dayOf, money } from '../../lib/format.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stat } from '../../ui/stat.tsx';
import { usePeriodWords } from './period-words.ts';
import { ReportRange } from './report-range.tsx';
import { PaymentMethods, PipelineFigures } from './report-tables.tsx';

const route = getRouteApi('/app/reports');

/** Without a wish: this month and the eleven before it. */
function usualRange() {
  const to = dayOf();
  const from = `${Number(to.slice(0, 4)) - 1}-${to.slice(5, 7)}-01`;
  return { from: addDays(from, 31).slice(0, 8).concat('01'), to, by: 'month' as const };
}

export function ReportsPage() {
  const { t } = useLingui();
  const wish = route.useSearch();
  const usual = usualRange();
  const range = { from: wish.from ?? usual.from, to: wish.to ?? usual.to, by: wish.by ?? usual.by };
  const query = useQuery({
    ...trpc.reports.revenue.queryOptions({ from: range.from, to: range.to, groupBy: range.by }),
    placeholderData: keepPreviousData,
  });
  const report = query.data;
  const save = () =>
    report &&
    downloadFile(
      `${t`revenue`}-${range.from}-${range.to}.csv`,
      csvOf(report, [t`Period`, t`Revenue`, t`Invoices`, t`VAT`]),
      'text/csv',
    );
  return (
    <Page
      title={t`Reports`}
      actions={
        <Button
          icon={<Download aria-hidden className="size-4" />}
          disabled={!report}
          onClick={save}
        >{t`CSV`}</Button>
      }
    >
      <ReportRange range={range} />
      {query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <>
          <Figures report={report} />
          <Panel title={t`Revenue`}>
            {report ? <RevenueChart report={report} /> : <Skeleton className="h-70" />}
          </Panel>
          <div className="grid items-start gap-(--gap) lg:grid-cols-2">
            <PaymentMethods report={report} />
            <PipelineFigures />
          </div>
        </>
      )}
    </Page>
  );
}

function Figures({ report }: { report: RevenueReport | undefined }) {
  const { t } = useLingui();
  const { summary, currency } = report ?? {};
  return (
    <div className="grid grid-cols-2 gap-(--gap) lg:grid-cols-4">
      <Stat label={t`Revenue incl. VAT`} value={summary && money(summary.revenueCents, currency)} />
      <Stat label={t`Invoices paid`} value={summary?.invoicesPaid} />
      <Stat label={t`Average invoice`} value={summary && money(summary.averageInvoiceCents, currency)} />
      <Stat label={t`VAT collected`} value={summary && money(summary.vatCents, currency)} />
    </div>
  );
}

function RevenueChart({ report }: { report: RevenueReport }) {
  const { t } = useLingui();
  const periodName = usePeriodWords();
  if (report.breakdown.length === 0)
    return <EmptyState title={t`Revenue appears with the first paid invoice`} />;
  return (
    <BarChart
      title={t`Revenue`}
      height={280}
      labels={report.breakdown.map(({ period }) => periodName(period))}
      series={[{ name: t`Revenue`, values: report.breakdown.map(({ revenueCents }) => revenueCents) }]}
      print={(cents) => money(cents, report.currency)}
      printShort={(cents) => money(cents, report.currency, true)}
    />
  );
}

const decimal = (cents: number) => (cents / 100).toFixed(2);

const csvOf = (report: RevenueReport, header: string[]) =>
  csv([
    header,
    ...report.breakdown.map((row) => [
      row.period,
      decimal(row.revenueCents),
      String(row.invoices),
      decimal(row.vatCents),
    ]),
  ]);
