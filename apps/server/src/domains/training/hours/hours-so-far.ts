import { hoursOf, weekEndingOf, weeklyCapHundredths } from '@officina/contracts/training-hours';
import type { HoursSoFar } from '@officina/contracts/training-views';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq, sql } from 'drizzle-orm';
import { dayOf } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Enrolled } from '../enforcement/standing.ts';
import { programZone } from '../load-program.ts';
import { findShop } from '../timeclock/clock-places.ts';
import { completedHours } from './completed-hours.ts';

const sumOf = (hours: typeof progressEntries.hoursWorked | typeof progressEntries.creditedHours) =>
  sql<number>`coalesce(sum(${hours}), 0)`.mapWith(Number);

/** Hours of the programme and of the running week against its cap; null without an apprentice record. */
export async function hoursSoFar(
  ctx: Ctx,
  { enrollment, apprentice, program }: Enrolled,
): Promise<HoursSoFar | null> {
  if (!apprentice) return null;
  const today = dayOf(ctx.now, programZone(ctx, program));
  const ending = weekEndingOf(today);
  const [week] = await ctx.db
    .select({ worked: sumOf(progressEntries.hoursWorked), credited: sumOf(progressEntries.creditedHours) })
    .from(progressEntries)
    .where(
      and(
        eq(progressEntries.tenantId, ctx.tenant.id),
        eq(progressEntries.apprenticeId, apprentice.id),
        eq(progressEntries.weekEnding, ending),
      ),
    );
  const shop = await findShop(ctx, apprentice.shopId);
  return {
    completed: completedHours(apprentice),
    required: apprentice.totalHoursRequired,
    shopName: shop?.name ?? null,
    begun: enrollment.programStartDate !== null && enrollment.programStartDate <= today,
    week: {
      ending,
      worked: week?.worked ?? 0,
      credited: week?.credited ?? 0,
      cap: hoursOf(weeklyCapHundredths(enrollment.hoursPerWeek)),
    },
  };
}
