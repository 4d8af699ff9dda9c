import { guestCheckout as input } from '@officina/contracts/shop-inputs';
import { payments } from '@officina/db/schema/payments';
import { guestSessions } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { userIdOf } from '../../../kernel/actor.ts';
import { homeOf } from '../../../kernel/addresses.ts';
import { tooManyAttempts } from '../../../kernel/attempts.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { requireTenant } from '../../../kernel/in-tenant.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import { askProvider } from '../../payments/ask-provider.ts';
import { reviveStripeEvents } from '../../payments/process-stripe-event.ts';
import { GUEST_CURRENCY, guestPrice } from './guest-prices.ts';

const PER_WINDOW = 20;
const WINDOW_SECONDS = 600;

/** As the surface counts: one address, however it asks. */
async function countPurchase(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'visitor') return;
  const bucket = `guest-payment:${ctx.ip ?? 'local'}`;
  const state = await ctx.services.attempts.hit(bucket, PER_WINDOW, WINDOW_SECONDS, ctx.now);
  if (!state.allowed) throw tooManyAttempts(state);
}

interface Order extends z.output<typeof input> {
  sessionId: string;
  paymentId: string;
  amountMinor: number;
}

/** What is about to be asked of the provider, written down before it is asked. */
async function open(ctx: WriteCtx, { sessionId, paymentId, amountMinor, ...about }: Order): Promise<void> {
  const tx = await ctx.tx();
  const { id: tenantId } = ctx.tenant;
  const by = userIdOf(ctx.actor);
  const { email, name, feature, duration } = about;
  await tx.insert(payments).values({
    ...{ tenantId, id: paymentId, purpose: 'guest', status: 'pending', method: 'stripe' },
    ...{ amountMinor, currency: GUEST_CURRENCY, metadata: { feature, duration } },
    ...{ userId: by, createdBy: by, createdAt: toDate(ctx.now) },
  });
  await tx.insert(guestSessions).values({
    ...{ tenantId, id: sessionId, email, name, feature, duration, paymentId },
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'payment.created',
    subject: { type: 'payment', id: paymentId },
    after: { purpose: 'guest', amountMinor, currency: GUEST_CURRENCY },
  });
}

/**
 * Sells the same as `guest.buy` on the provider's own page: the address of that page, which leads back to the access
 * that was bought.
 */
export const checkoutGuestAccess = staged({
  name: 'guest.checkout',
  permission: 'public',
  input,
  async run(ctx, asked): Promise<{ sessionId: string; url: string }> {
    requireTenant(ctx);
    await countPurchase(ctx);
    const { feature, duration, email } = asked;
    const amountMinor = await guestPrice(ctx, feature, duration);
    const order = { ...asked, sessionId: newId(), paymentId: newId(), amountMinor };
    await stage(ctx, (unit) => open(unit, order));
    const { sessionId, paymentId } = order;
    const home = homeOf(ctx);
    const checkout = await askProvider(() =>
      ctx.services.payments.openCheckout(
        {
          mode: 'payment',
          lines: [{ name: `${feature}, ${duration}`, amountMinor, currency: GUEST_CURRENCY }],
          email,
          successUrl: `${home}/guest/${sessionId}?returned=1`,
          cancelUrl: `${home}/guest`,
          reference: paymentId,
          metadata: { paymentId, tenantId: ctx.tenant.id },
        },
        `guest:${paymentId}`,
      ),
    );
    await stage(ctx, async (unit) => {
      const tx = await unit.tx();
      await tx
        .update(payments)
        .set({ stripeSessionId: checkout.id })
        .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, paymentId)));
      await reviveStripeEvents(unit, [checkout.id]);
    });
    if (!checkout.url) throw new AppError('SERVICE_UNAVAILABLE');
    return { sessionId, url: checkout.url };
  },
});
