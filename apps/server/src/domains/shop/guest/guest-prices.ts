import {
  GUEST_DURATIONS,
  GUEST_FEATURES,
  GUEST_PRICES,
  type GuestDuration,
  type GuestFeature,
  type GuestPriceView,
} from '@officina/contracts/guest-access';
import { guestPrices } from '@officina/db/schema/shop';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { read } from '../../../kernel/operation.ts';

/** The tenant's own prices, and the usual ones for what it has priced none. */
async function pricesOf(ctx: Ctx): Promise<GuestPriceView[]> {
  const own = await ctx.db.select().from(guestPrices).where(eq(guestPrices.tenantId, ctx.tenant.id));
  return GUEST_FEATURES.flatMap((feature) =>
    GUEST_DURATIONS.map((duration) => ({
      feature,
      duration,
      amountCents:
        own.find((price) => price.feature === feature && price.duration === duration)?.amountMinor ??
        GUEST_PRICES[feature][duration],
    })),
  );
}

/** Of every price; lower-case. */
export const GUEST_CURRENCY = 'usd';

/** US cents. */
export async function guestPrice(ctx: Ctx, feature: GuestFeature, duration: GuestDuration): Promise<number> {
  const prices = await pricesOf(ctx);
  const found = prices.find((price) => price.feature === feature && price.duration === duration);
  return found?.amountCents ?? GUEST_PRICES[feature][duration];
}

/** What access costs without an account, for how long. */
export const listGuestPrices = read({
  name: 'guest.prices',
  permission: 'public',
  input: z.object({}),
  run: (ctx): Promise<GuestPriceView[]> => pricesOf(ctx),
});
