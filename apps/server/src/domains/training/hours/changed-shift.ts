import type { ChangedShift } from '@officina/contracts/training-staff';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';

/** What a shift has come to, once its weeks are credited anew. */
export async function changedShift(
  ctx: WriteCtx,
  entryId: string,
  totalHours: number,
): Promise<ChangedShift> {
  const [entry] = await ctx.db
    .select()
    .from(progressEntries)
    .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entryId)));
  if (!entry) throw new Error('a shift is gone within its own transaction');
  const { workDate, weekEnding, hoursWorked, creditedHours } = entry;
  return { entryId, workDate, weekEnding, hoursWorked: hoursWorked ?? 0, creditedHours, totalHours };
}
