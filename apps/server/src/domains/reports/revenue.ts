import { isoWeekLabel, monthLabel } from '@officina/contracts/calendar';
import { roundHalfAwayFromZero } from '@officina/contracts/money';
import type { RevenueGroup, RevenuePeriod, RevenueReport } from '@officina/contracts/reports';
import { revenueRange } from '@officina/contracts/reports-inputs';
import { cachedRead } from '../../kernel/cached-read.ts';
import { read } from '../../kernel/operation.ts';
import { type RevenueDay, revenueDays, revenueMethods } from './revenue-statements.ts';

const LABELS: Record<RevenueGroup, (day: string) => string> = {
  day: (day) => day,
  week: isoWeekLabel,
  month: monthLabel,
};

/** Days, ascending, as periods: what was paid less what was credited. */
export function periodsOf(days: readonly RevenueDay[], groupBy: RevenueGroup): RevenuePeriod[] {
  const periods = new Map<string, RevenuePeriod>();
  for (const { day, invoices, paid, paidVat, credited, creditedVat } of days) {
    const period = LABELS[groupBy](day);
    const sums = periods.get(period) ?? { period, revenueCents: 0, invoices: 0, vatCents: 0 };
    sums.revenueCents += paid - credited;
    sums.vatCents += paidVat - creditedVat;
    sums.invoices += invoices;
    periods.set(period, sums);
  }
  return [...periods.values()];
}

function summaryOf(days: readonly RevenueDay[]): RevenueReport['summary'] {
  const sum = (key: Exclude<keyof RevenueDay, 'day'>) => days.reduce((total, day) => total + day[key], 0);
  const invoicesPaid = sum('invoices');
  const revenueCents = sum('paid') - sum('credited');
  const average = invoicesPaid ? roundHalfAwayFromZero(BigInt(revenueCents), BigInt(invoicesPaid)) : 0n;
  return {
    revenueCents,
    invoicesPaid,
    averageInvoiceCents: Number(average),
    creditedCents: sum('credited'),
    vatCents: sum('paidVat') - sum('creditedVat'),
  };
}

/** Revenue of a range of business days (garage §4.5): paid invoices by the tenant's day of payment, less credit notes. */
export const revenue = read({
  name: 'reports.revenue',
  permission: 'reports.read',
  input: revenueRange,
  run(ctx, wish): Promise<RevenueReport> {
    return cachedRead(ctx, 'reports.revenue', wish, async () => {
      const [days, methods] = await Promise.all([revenueDays(ctx, wish), revenueMethods(ctx, wish)]);
      return {
        ...wish,
        currency: ctx.tenant.currency,
        summary: summaryOf(days),
        breakdown: periodsOf(days, wish.groupBy),
        byMethod: methods.map(({ method, amount, payments }) => ({ method, amountCents: amount, payments })),
      };
    });
  },
});
