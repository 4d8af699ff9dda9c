import type { ActiveSession } from '@officina/contracts/checkin';
import { apprentices } from '@officina/db/schema/training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { shops } from '@officina/db/schema/training-places';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { read } from '../../../kernel/operation.ts';

/** The caller's open session, whatever began it. */
export const checkInStatus = read({
  name: 'training.checkInStatus',
  permission: 'training.learn',
  input: z.object({}),
  async run(ctx): Promise<{ activeSession: ActiveSession | null }> {
    const { id: userId } = requireUser(ctx.actor);
    const [row] = await ctx.db
      .select({
        sessionId: progressEntries.id,
        shopName: shops.name,
        clockInAt: progressEntries.clockInAt,
        source: progressEntries.source,
      })
      .from(progressEntries)
      .innerJoin(
        apprentices,
        and(
          eq(apprentices.tenantId, progressEntries.tenantId),
          eq(apprentices.id, progressEntries.apprenticeId),
        ),
      )
      .innerJoin(
        shops,
        and(eq(shops.tenantId, progressEntries.tenantId), eq(shops.id, progressEntries.shopId)),
      )
      .where(
        and(
          eq(progressEntries.tenantId, ctx.tenant.id),
          eq(apprentices.tenantId, ctx.tenant.id),
          eq(shops.tenantId, ctx.tenant.id),
          eq(apprentices.userId, userId),
          isNull(progressEntries.clockOutAt),
        ),
      )
      .limit(1);
    if (!row) return { activeSession: null };
    const { clockInAt, ...session } = row;
    return { activeSession: { ...session, checkInTime: clockInAt.toISOString() } };
  },
});
