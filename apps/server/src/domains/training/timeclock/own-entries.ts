import type { ClockAnswer } from '@officina/contracts/timeclock';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import type { EntryRow } from '../hours/entry-row.ts';

const own = (ctx: Ctx, apprenticeId: string) =>
  and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.apprenticeId, apprenticeId));

/** The shift that an apprentice has not ended; the database allows one. */
export async function openEntry(ctx: Ctx, apprenticeId: string): Promise<EntryRow | null> {
  const [entry] = await ctx.db
    .select()
    .from(progressEntries)
    .where(and(own(ctx, apprenticeId), isNull(progressEntries.clockOutAt)));
  return entry ?? null;
}

/** One of an apprentice's own shifts, or null. */
export async function ownEntry(ctx: Ctx, apprenticeId: string, id: string): Promise<EntryRow | null> {
  const [entry] = await ctx.db
    .select()
    .from(progressEntries)
    .where(and(own(ctx, apprenticeId), eq(progressEntries.id, id)));
  return entry ?? null;
}

/** When the apprentice's last shift ended. */
export async function lastClockOut(ctx: Ctx, apprenticeId: string): Promise<Date | null> {
  const [entry] = await ctx.db
    .select({ clockOutAt: progressEntries.clockOutAt })
    .from(progressEntries)
    .where(and(own(ctx, apprenticeId), sql`${progressEntries.clockOutAt} is not null`))
    .orderBy(desc(progressEntries.clockOutAt))
    .limit(1);
  return entry?.clockOutAt ?? null;
}

/** What an action that a device sent before was answered. */
export async function earlierAnswer(
  ctx: Ctx,
  apprenticeId: string,
  clientEventId: string,
): Promise<ClockAnswer | null> {
  const [entry] = await ctx.db
    .select({ clientEvents: progressEntries.clientEvents })
    .from(progressEntries)
    .where(and(own(ctx, apprenticeId), sql`${progressEntries.clientEvents} ? ${clientEventId}`));
  return (entry?.clientEvents[clientEventId] as ClockAnswer | undefined) ?? null;
}
