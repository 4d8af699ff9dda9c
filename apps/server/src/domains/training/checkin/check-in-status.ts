import type { ActiveSession } from '@officina/contracts/checkin';
import { apprentices } from '@officina/db/schema/training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { programs, shops } from '@officina/db/schema/training-places';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { read } from '../../../kernel/operation.ts';
import { programZone } from '../load-program.ts';

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
        timeZone: programs.timeZone,
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
        programs,
        and(eq(programs.tenantId, progressEntries.tenantId), eq(programs.id, progressEntries.programId)),
      )
      .innerJoin(
        shops,
        and(eq(shops.tenantId, progressEntries.tenantId), eq(shops.id, progressEntries.shopId)),
      )
      .where(
        and(
          eq(progressEntries.tenantId, ctx.tenant.id),
          eq(apprentices.tenantId, ctx.tenant.id),
          eq(programs.tenantId, ctx.tenant.id),
          eq(shops.tenantId, ctx.tenant.id),
          eq(apprentices.userId, userId),
          isNull(progressEntries.clockOutAt),
        ),
      )
      .limit(1);
    if (!row) return { activeSession: null };
    const { clockInAt, ...session } = row;
    const timeZone = programZone(ctx, session);
    return { activeSession: { ...session, checkInTime: clockInAt.toISOString(), timeZone } };
  },
});
