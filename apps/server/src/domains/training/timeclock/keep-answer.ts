import type { ClockAnswer } from '@officina/contracts/timeclock';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';

/** Remembers what a device's event was answered, for when the device did not hear it. */
export async function keepAnswer(
  ctx: WriteCtx,
  entryId: string,
  clientEventId: string,
  answer: ClockAnswer,
): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(progressEntries)
    .set({
      clientEvents: sql`${progressEntries.clientEvents} || ${JSON.stringify({ [clientEventId]: answer })}::text::jsonb`,
    })
    .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entryId)));
}
