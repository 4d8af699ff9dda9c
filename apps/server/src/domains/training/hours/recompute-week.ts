import { creditWeek, hoursOf, hundredthsOf, weeklyCapHundredths } from '@officina/contracts/training-hours';
import { apprentices, enrollments } from '@officina/db/schema/training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';

const CUT = 'weekly_cap';

/** The apprentice's total, which is also what a change of hours is told by. */
async function storeTotal(ctx: WriteCtx, apprenticeId: string): Promise<number> {
  const tx = await ctx.tx();
  const [row] = await tx
    .update(apprentices)
    .set({
      totalHours: sql`(select coalesce(sum(e.credited_hours), 0) from progress_entries e
        where e.tenant_id = ${ctx.tenant.id} and e.apprentice_id = ${apprenticeId}
          and e.clock_out_at is not null and e.status <> 'disputed')`,
    })
    .where(and(eq(apprentices.tenantId, ctx.tenant.id), eq(apprentices.id, apprenticeId)))
    .returning({ totalHours: apprentices.totalHours });
  return row?.totalHours ?? 0;
}

/**
 * Credits the closed and undisputed entries of the weeks anew, in the order in which they began, up to the learner's cap,
 * and the total with them. After every close, correction and review, in its transaction. Answers the new total.
 */
export async function recomputeWeeks(
  ctx: WriteCtx,
  apprenticeId: string,
  weeks: readonly string[],
): Promise<number> {
  const tx = await ctx.tx();
  const { id: tenantId } = ctx.tenant;
  const [plan] = await tx
    .select({ hoursPerWeek: enrollments.hoursPerWeek })
    .from(apprentices)
    .innerJoin(
      enrollments,
      and(eq(enrollments.tenantId, apprentices.tenantId), eq(enrollments.id, apprentices.enrollmentId)),
    )
    .where(
      and(
        eq(apprentices.tenantId, tenantId),
        eq(enrollments.tenantId, tenantId),
        eq(apprentices.id, apprenticeId),
      ),
    )
    .for('update', { of: apprentices });
  if (!plan) throw new Error('hours of an apprentice who is gone');
  for (const week of new Set(weeks)) {
    const entries = await tx
      .select()
      .from(progressEntries)
      .where(
        and(
          eq(progressEntries.tenantId, tenantId),
          eq(progressEntries.apprenticeId, apprenticeId),
          eq(progressEntries.weekEnding, week),
        ),
      )
      .orderBy(asc(progressEntries.clockInAt), asc(progressEntries.id));
    const counted = entries.filter(({ clockOutAt, status }) => clockOutAt && status !== 'disputed');
    const credits = creditWeek(
      counted.map(({ hoursWorked }) => hundredthsOf(hoursWorked ?? 0)),
      weeklyCapHundredths(plan.hoursPerWeek),
    );
    for (const entry of entries) {
      const credit = credits[counted.indexOf(entry)];
      const creditedHours = credit ? hoursOf(credit.creditedHundredths) : null;
      if (entry.creditedHours === creditedHours && entry.flags.includes(CUT) === (credit?.cut ?? false))
        continue;
      const flags = entry.flags.filter((flag) => flag !== CUT);
      await tx
        .update(progressEntries)
        .set({ creditedHours, flags: credit?.cut ? [...flags, CUT] : flags })
        .where(and(eq(progressEntries.tenantId, tenantId), eq(progressEntries.id, entry.id)));
    }
  }
  return storeTotal(ctx, apprenticeId);
}
