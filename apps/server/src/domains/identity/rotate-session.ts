import { sessions } from '@officina/db/schema/identity';
import { eq, sql } from 'drizzle-orm';
import type { UserActor } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashSecret, newSecret } from '../../kernel/ids.ts';
import { ABSOLUTE_DAYS, IDLE_DAYS } from './lucia-sessions.ts';

/**
 * Gives the caller's session a new token, and another tenant or a fresh proof if asked; the old token is worthless once this is
 * committed. The session keeps its age, so that rotation does not prolong its thirty days.
 */
export async function rotateSession(
  ctx: WriteCtx,
  { id, sessionId }: UserActor,
  { activeTenantId, proved = false }: { activeTenantId?: string; proved?: boolean } = {},
): Promise<{ token: string; expires: string }> {
  const token = newSecret();
  const idleEnd = toDate(ctx.now.add({ hours: IDLE_DAYS * 24 })).toISOString();
  const tx = await ctx.tx();
  const [session] = await tx
    .update(sessions)
    .set({
      id: hashSecret(token),
      activeTenantId,
      provedAt: proved ? toDate(ctx.now) : undefined,
      expiresAt: sql`least(${idleEnd}::timestamptz, ${sessions.createdAt} + make_interval(days => ${ABSOLUTE_DAYS}))`,
    })
    .where(eq(sessions.id, sessionId))
    .returning({ expiresAt: sessions.expiresAt });
  if (!session) throw new AppError('UNAUTHORIZED');
  ctx.announce(`user:${id}`);
  return { token, expires: session.expiresAt.toISOString() };
}
