import type { GateFacts } from '@officina/contracts/training-enforcement';
import { partners, shops, sites } from '@officina/db/schema/training-places';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';

export interface SiteFacts {
  id: string;
  shopId: string;
  partnerId: string;
  lat: number;
  lng: number;
  radiusM: number;
  isActive: boolean;
  shopApproved: boolean;
}

/** A site of the tenant with its shop, or null. */
export async function findSite(ctx: Ctx, id: string): Promise<SiteFacts | null> {
  const [row] = await ctx.db
    .select({
      id: sites.id,
      shopId: sites.shopId,
      partnerId: shops.partnerId,
      lat: sites.latitude,
      lng: sites.longitude,
      radiusM: sites.radiusM,
      isActive: sites.isActive,
      shopApproved: shops.isApproved,
    })
    .from(sites)
    .innerJoin(shops, and(eq(shops.tenantId, sites.tenantId), eq(shops.id, sites.shopId)))
    .where(and(eq(sites.tenantId, ctx.tenant.id), eq(shops.tenantId, ctx.tenant.id), eq(sites.id, id)));
  return row ?? null;
}

/** The partner that the request names, and the shop of its site; an unknown site has no shop to judge. */
export async function namedShop(
  ctx: Ctx,
  partnerId: string,
  site: Pick<SiteFacts, 'shopApproved'> | null,
): Promise<GateFacts['shop']> {
  const [partner] = await ctx.db
    .select({ status: partners.status })
    .from(partners)
    .where(and(eq(partners.tenantId, ctx.tenant.id), eq(partners.id, partnerId)));
  return { partnerActive: partner?.status === 'active', approved: site?.shopApproved ?? true };
}

export interface ShopFacts {
  id: string;
  name: string;
  partnerId: string;
  partnerActive: boolean;
  approved: boolean;
}

/** A shop of the tenant with its partner's standing; null for none. */
export async function findShop(ctx: Ctx, id: string | null | undefined): Promise<ShopFacts | null> {
  if (!id) return null;
  const [row] = await ctx.db
    .select({
      id: shops.id,
      name: shops.name,
      partnerId: shops.partnerId,
      status: partners.status,
      approved: shops.isApproved,
    })
    .from(shops)
    .innerJoin(partners, and(eq(partners.tenantId, shops.tenantId), eq(partners.id, shops.partnerId)))
    .where(and(eq(shops.tenantId, ctx.tenant.id), eq(partners.tenantId, ctx.tenant.id), eq(shops.id, id)));
  if (!row) return null;
  const { status, ...shop } = row;
  return { ...shop, partnerActive: status === 'active' };
}
