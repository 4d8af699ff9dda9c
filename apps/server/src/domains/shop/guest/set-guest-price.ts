import { guestPriceSet as input } from '@officina/contracts/shop-inputs';
import { guestPrices } from '@officina/db/schema/shop';
import { write } from '../../../kernel/operation.ts';
import { guestPrice } from './guest-prices.ts';

/** Another price than the usual one, from the next purchase on. */
export const setGuestPrice = write({
  name: 'guest.setPrice',
  permission: 'settings.edit',
  input,
  async run(ctx, { feature, duration, amountCents: amountMinor }): Promise<{ success: true }> {
    const before = await guestPrice(ctx, feature, duration);
    if (before === amountMinor) return { success: true };
    const tx = await ctx.tx();
    await tx
      .insert(guestPrices)
      .values({ tenantId: ctx.tenant.id, feature, duration, amountMinor })
      .onConflictDoUpdate({
        target: [guestPrices.tenantId, guestPrices.feature, guestPrices.duration],
        set: { amountMinor },
      });
    ctx.record({
      verb: 'guest_price.changed',
      subject: { type: 'tenant', id: ctx.tenant.id },
      before: { feature, duration, amountMinor: before },
      after: { feature, duration, amountMinor },
    });
    return { success: true };
  },
});
