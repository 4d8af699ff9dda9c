import type { ShopCode } from '@officina/contracts/checkin';
import { byShop } from '@officina/contracts/checkin-inputs';
import { users } from '@officina/db/schema/identity';
import { apprentices } from '@officina/db/schema/training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { checkinCodes, programs } from '@officina/db/schema/training-places';
import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import { dayOf, toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { read, write } from '../../../kernel/operation.ts';
import { programZone } from '../load-program.ts';
import { type ShopRow, shopInReach } from '../shops/shop-in-reach.ts';
import { shopZone } from '../shops/shop-zone.ts';
import { newCode } from './new-code.ts';

/** Longer than any zone's day, so that none of today's is left out. */
const WINDOW_HOURS = 36;

async function todayCheckIns(ctx: Ctx, shopId: string): Promise<ShopCode['todayCheckIns']> {
  const rows = await ctx.db
    .select({
      sessionId: progressEntries.id,
      userName: users.name,
      clockInAt: progressEntries.clockInAt,
      clockOutAt: progressEntries.clockOutAt,
      workDate: progressEntries.workDate,
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
    .innerJoin(users, eq(users.id, apprentices.userId))
    .where(
      and(
        eq(progressEntries.tenantId, ctx.tenant.id),
        eq(apprentices.tenantId, ctx.tenant.id),
        eq(programs.tenantId, ctx.tenant.id),
        eq(progressEntries.shopId, shopId),
        eq(progressEntries.source, 'checkin'),
        gte(progressEntries.clockInAt, toDate(ctx.now.subtract({ hours: WINDOW_HOURS }))),
      ),
    )
    .orderBy(desc(progressEntries.clockInAt), desc(progressEntries.id));
  return rows
    .filter(({ workDate, timeZone }) => workDate === dayOf(ctx.now, programZone(ctx, { timeZone })))
    .map(({ sessionId, userName, clockInAt, clockOutAt }) => ({
      sessionId,
      userName,
      checkInTime: clockInAt.toISOString(),
      checkoutTime: clockOutAt?.toISOString() ?? null,
    }));
}

/** Nobody checks in at a shop that is not approved, so that it has no code either. */
async function approvedShop(ctx: Ctx, shopId: string | undefined): Promise<ShopRow> {
  const shop = await shopInReach(ctx, shopId);
  if (!shop.isApproved) throw new AppError('CONFLICT', 'This shop is not approved for training.');
  return shop;
}

async function present(
  ctx: Ctx,
  { id: shopId, name: shopName }: ShopRow,
  current: { code: string; expiresAt: Date } | null | undefined,
): Promise<ShopCode> {
  return {
    code: current?.code ?? null,
    shopId,
    shopName,
    timeZone: await shopZone(ctx, shopId),
    expiresAt: current?.expiresAt.toISOString() ?? null,
    todayCheckIns: await todayCheckIns(ctx, shopId),
  };
}

/** The code on a shop's wall, also one that has just expired, and who checked in with it today. */
export const shopCode = read({
  name: 'training.shopCode',
  permission: 'training.shop',
  input: byShop,
  async run(ctx, { shopId }): Promise<ShopCode> {
    const shop = await approvedShop(ctx, shopId);
    const [current] = await ctx.db
      .select({ code: checkinCodes.code, expiresAt: checkinCodes.expiresAt })
      .from(checkinCodes)
      .where(
        and(
          eq(checkinCodes.tenantId, ctx.tenant.id),
          eq(checkinCodes.shopId, shop.id),
          isNull(checkinCodes.replacedAt),
        ),
      );
    return present(ctx, shop, current);
  },
});

/** A new code for the shop's wall; the former ends at once. */
export const rotateShopCode = write({
  name: 'training.rotateShopCode',
  permission: 'training.shop',
  input: byShop,
  async run(ctx, { shopId }): Promise<ShopCode> {
    const shop = await approvedShop(ctx, shopId);
    return present(ctx, shop, await newCode(ctx, shop.id));
  },
});
