import { type GuestView, HOURS_OF } from '@officina/contracts/guest-access';
import { guestSessions } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';

export type GuestSession = typeof guestSessions.$inferSelect;

export async function findGuestSession(ctx: Ctx, id: string): Promise<GuestSession | undefined> {
  const [row] = await ctx.db
    .select()
    .from(guestSessions)
    .where(and(eq(guestSessions.tenantId, ctx.tenant.id), eq(guestSessions.id, id)));
  return row;
}

/** When access that begins at a moment ends. */
export const accessEnd = (from: Date, duration: GuestSession['duration']): Date =>
  new Date(from.getTime() + HOURS_OF[duration] * 3_600_000);

/** Neither name nor address: whoever has the link sees no more than what it opens. */
export function presentGuest(
  ctx: Ctx,
  { id, feature, duration, status, expiresAt }: GuestSession,
): GuestView {
  const over = status === 'active' && expiresAt !== null && expiresAt.getTime() <= ctx.now.epochMilliseconds;
  return {
    id,
    feature,
    duration,
    status: over ? 'over' : status,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
