import { monthLabel } from '@officina/contracts/calendar';
import type { GarageDashboard } from '@officina/contracts/reports';
import { z } from 'zod';
import { userIdOf } from '../../kernel/actor.ts';
import { may } from '../../kernel/authorize.ts';
import { cachedRead } from '../../kernel/cached-read.ts';
import type { Ctx } from '../../kernel/context.ts';
import { read } from '../../kernel/operation.ts';
import { listActivities } from '../activities/activity-reads.ts';
import { myTasksToday } from './my-tasks.ts';
import { overdueFigures } from './overdue.ts';
import { pipelineReport } from './pipeline.ts';
import { periodsOf } from './revenue.ts';
import { revenueDays } from './revenue-statements.ts';

const MONTHS = 12;
const NEWEST = 10;

async function revenueFigures(ctx: Ctx): Promise<NonNullable<GarageDashboard['revenue']>> {
  const today = Temporal.PlainDate.from(ctx.today);
  const first = today.with({ day: 1 });
  const from = first.subtract({ months: MONTHS - 1 });
  const days = await revenueDays(ctx, { from: from.toString(), to: ctx.today });
  const byMonth = new Map(periodsOf(days, 'month').map((period) => [period.period, period]));
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const month = monthLabel(from.add({ months: index }).toString());
    const { revenueCents = 0, invoices = 0 } = byMonth.get(month) ?? {};
    return { month, revenueCents, invoices };
  });
  // The 31st of a month after a shorter one is compared with the whole of that one.
  const sameDay = today.subtract({ months: 1 }).toString();
  const lastStart = first.subtract({ months: 1 }).toString();
  const toDate = periodsOf(
    days.filter(({ day }) => day >= lastStart && day <= sameDay),
    'month',
  );
  return {
    monthCents: months.at(-1)?.revenueCents ?? 0,
    lastMonthCents: months.at(-2)?.revenueCents ?? 0,
    lastMonthToDateCents: toDate[0]?.revenueCents ?? 0,
    months,
  };
}

/** What concerns the business alone: one computation for all its people. */
const businessFigures = (ctx: Ctx) =>
  cachedRead(ctx, 'dashboard.figures', null, async () => {
    const [overdue, pipeline, revenue] = await Promise.all([
      overdueFigures(ctx),
      pipelineReport(ctx),
      revenueFigures(ctx),
    ]);
    return { overdue, pipeline, revenue };
  });

async function compute(ctx: Ctx): Promise<GarageDashboard> {
  const [{ overdue, pipeline, revenue }, myTasks, activities] = await Promise.all([
    businessFigures(ctx),
    myTasksToday(ctx),
    listActivities(ctx, { limit: NEWEST }),
  ]);
  const sent = pipeline.stages.find(({ status }) => status === 'sent');
  const totals = may(ctx.actor, 'reports.read');
  return {
    today: ctx.today,
    currency: ctx.tenant.currency,
    overdue,
    pendingQuotes: { count: sent?.count ?? 0, totalCents: sent?.totalCents ?? 0 },
    myTasks,
    recentActivities: activities.items,
    revenue: totals ? revenue : null,
    pipeline: totals ? pipeline : null,
  };
}

/** The first page of a garage. Kept whole for each reader while nothing changes: then it costs one look at the journal. */
export const garageDashboard = read({
  name: 'dashboard.garage',
  permission: 'invoices.read',
  input: z.object({}),
  run(ctx): Promise<GarageDashboard> {
    const words = (['reports.read', 'tasks.read'] as const).filter((word) => may(ctx.actor, word));
    return cachedRead(ctx, 'dashboard.garage', [userIdOf(ctx.actor), words], () => compute(ctx));
  },
});
