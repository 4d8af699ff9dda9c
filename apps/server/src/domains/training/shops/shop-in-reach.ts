import { shops } from '@officina/db/schema/training-places';
import { and, asc, desc, eq } from 'drizzle-orm';
import { may, requireUser } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';

export type ShopRow = typeof shops.$inferSelect;

/**
 * The shop that is named, or else the caller's own: staff reach every shop, a host the own one, and any other does not
 * exist.
 */
export async function shopInReach(ctx: Ctx, shopId?: string): Promise<ShopRow> {
  const { id: userId } = requireUser(ctx.actor);
  const all = may(ctx.actor, 'training.read');
  const [shop] = await ctx.db
    .select()
    .from(shops)
    .where(
      and(
        eq(shops.tenantId, ctx.tenant.id),
        shopId ? eq(shops.id, shopId) : undefined,
        all ? undefined : eq(shops.ownerUserId, userId),
      ),
    )
    .orderBy(desc(shops.isApproved), asc(shops.name), asc(shops.id))
    .limit(1);
  if (!shop) throw notFound('Shop');
  return shop;
}
