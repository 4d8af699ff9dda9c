import { randomBytes } from 'node:crypto';
import { CODE_LENGTH, codeOf } from '@officina/contracts/training-codes';
import { checkinCodes, shops } from '@officina/db/schema/training-places';
import { and, eq, isNull } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';

/**
 * Gives a shop a new code and ends the former at once. The shop is held, so that it has one current code whoever asks at
 * the same time; with `ifExpired` (the job) a code that is still good stays. Null when it stays.
 */
export async function newCode(
  ctx: WriteCtx,
  shopId: string,
  { ifExpired = false } = {},
): Promise<{ code: string; expiresAt: Date } | null> {
  const tx = await ctx.tx();
  const { id: tenantId } = ctx.tenant;
  const now = toDate(ctx.now);
  const [shop] = await tx
    .select({ ttl: shops.codeTtlMinutes })
    .from(shops)
    .where(and(eq(shops.tenantId, tenantId), eq(shops.id, shopId)))
    .for('update');
  if (!shop) throw new Error('a code for a shop that is gone');
  const current = and(
    eq(checkinCodes.tenantId, tenantId),
    eq(checkinCodes.shopId, shopId),
    isNull(checkinCodes.replacedAt),
  );
  const [former] = await tx.select().from(checkinCodes).where(current);
  if (ifExpired && former && former.expiresAt > now) return null;
  await tx.update(checkinCodes).set({ replacedAt: now }).where(current);
  const expiresAt = new Date(now.getTime() + shop.ttl * 60_000);
  // A code that another shop has is drawn again.
  for (;;) {
    const code = codeOf(randomBytes(CODE_LENGTH));
    const made = await tx
      .insert(checkinCodes)
      .values({
        tenantId,
        id: newId(),
        shopId,
        code,
        expiresAt,
        createdBy: userIdOf(ctx.actor),
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: checkinCodes.id });
    if (!made.length) continue;
    ctx.record({
      verb: 'shop.code_rotated',
      subject: { type: 'shop', id: shopId },
      before: former && { expiresAt: former.expiresAt },
      after: { expiresAt },
    });
    return { code, expiresAt };
  }
}
