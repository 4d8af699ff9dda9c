import type { Page } from '@officina/contracts/paging';
import type { ShopShift } from '@officina/contracts/training-staff';
import { shopHours as input } from '@officina/contracts/training-staff-inputs';
import { users } from '@officina/db/schema/identity';
import { apprentices } from '@officina/db/schema/training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { programs } from '@officina/db/schema/training-places';
import { and, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { shopInReach } from '../shops/shop-in-reach.ts';
import { presentTimes } from './shift-reads.ts';

const DAY_HOURS = 24;

/** Hours at a shop: those that wait for a word, those of the last day, or all. Hosts see times, not positions. */
export const shopHours = read({
  name: 'training.shopHours',
  permission: 'training.shop',
  input,
  async run(ctx, { shopId, status, limit, cursor }): Promise<Page<ShopShift>> {
    const after = decodeCursor(cursor, isMoment);
    const { id: tenantId } = ctx.tenant;
    const shop = await shopInReach(ctx, shopId);
    const since = toDate(ctx.now.subtract({ hours: DAY_HOURS }));
    const rows = await ctx.db
      .select({ entry: progressEntries, userName: users.name, timeZone: programs.timeZone })
      .from(progressEntries)
      .innerJoin(
        apprentices,
        and(eq(apprentices.tenantId, tenantId), eq(apprentices.id, progressEntries.apprenticeId)),
      )
      .innerJoin(programs, and(eq(programs.tenantId, tenantId), eq(programs.id, progressEntries.programId)))
      .innerJoin(users, eq(users.id, apprentices.userId))
      .where(
        and(
          eq(progressEntries.tenantId, tenantId),
          eq(progressEntries.shopId, shop.id),
          status === 'waiting' ? eq(progressEntries.status, 'submitted') : undefined,
          status === 'waiting' ? isNotNull(progressEntries.clockOutAt) : undefined,
          status === 'today' ? gte(progressEntries.clockInAt, since) : undefined,
          after
            ? sql`(${progressEntries.clockInAt}, ${progressEntries.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(progressEntries.clockInAt), desc(progressEntries.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      ({ entry }) => ({ value: entry.clockInAt.toISOString(), id: entry.id }),
      ({ entry, userName, timeZone }) => ({ ...presentTimes(ctx, entry, timeZone), userName }),
    );
  },
});
