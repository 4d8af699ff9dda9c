import type { ShopSite } from '@officina/contracts/training-staff';
import { siteSave } from '@officina/contracts/training-staff-inputs';
import { shops, sites } from '@officina/db/schema/training-places';
import { and, eq, ne } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';

/** A circle in which a shop's hours may be worked. The first of a shop is its default one, of which there is one. */
export const saveSite = write({
  name: 'training.saveSite',
  permission: 'training.manage',
  input: siteSave,
  async run(ctx, { id: given, shopId, lat, lng, ...facts }): Promise<ShopSite> {
    const tx = await ctx.tx();
    const { id: tenantId } = ctx.tenant;
    const [shop] = await tx
      .select({ id: shops.id })
      .from(shops)
      .where(and(eq(shops.tenantId, tenantId), eq(shops.id, shopId)))
      .for('update');
    if (!shop) throw notFound('Shop');
    const ofShop = and(eq(sites.tenantId, tenantId), eq(sites.shopId, shopId));
    const all = await tx.select().from(sites).where(ofShop);
    const before = given ? all.find(({ id }) => id === given) : undefined;
    if (given && !before) throw notFound('Site');
    const id = given ?? newId();
    const others = all.filter((site) => site.id !== id);
    const isDefault = facts.isDefault || before?.isDefault || !others.some((site) => site.isDefault);
    if (isDefault)
      await tx
        .update(sites)
        .set({ isDefault: false })
        .where(and(ofShop, ne(sites.id, id)));
    const values = { ...facts, isDefault, latitude: lat, longitude: lng };
    if (before)
      await tx
        .update(sites)
        .set(values)
        .where(and(ofShop, eq(sites.id, id)));
    else await tx.insert(sites).values({ ...values, tenantId, id, shopId, createdAt: toDate(ctx.now) });
    ctx.record({
      verb: before ? 'site.updated' : 'site.created',
      subject: { type: 'site', id },
      before: before && {
        name: before.name,
        lat: before.latitude,
        lng: before.longitude,
        radiusM: before.radiusM,
        isActive: before.isActive,
        isDefault: before.isDefault,
      },
      after: { shopId, ...facts, lat, lng, isDefault },
    });
    return { id, lat, lng, ...facts, isDefault };
  },
});
