import { checkoutStart } from '@officina/contracts/orders-inputs';
import { orders } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import { homeOf } from '../../../kernel/addresses.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import type { Checkout } from '../../../providers/payments/port.ts';
import { findSoldService } from '../../catalogue/load-service.ts';
import { presentService } from '../../catalogue/service-row.ts';
import { reviveStripeEvents } from '../process-stripe-event.ts';
import { type PlacedOrder, placeOrder } from './place-order.ts';
import { receiptToken } from './receipt-token.ts';

const hostedPage = (ctx: Ctx, { slug, title }: { slug: string; title: string }, order: PlacedOrder) => {
  const home = homeOf(ctx);
  const { id, amountMinor, currency } = order;
  return ctx.services.payments.openCheckout(
    {
      mode: 'payment',
      lines: [{ name: title, amountMinor, currency }],
      successUrl: `${home}/success?session_id={CHECKOUT_SESSION_ID}&order=${id}&token=${receiptToken(ctx, id)}`,
      cancelUrl: `${home}/marketplace/${slug}`,
      reference: id,
      metadata: { orderId: id, serviceSlug: slug, tenantId: ctx.tenant.id },
    },
    id,
  );
};

const update = async (ctx: WriteCtx, id: string, change: Partial<typeof orders.$inferInsert>) => {
  const tx = await ctx.tx();
  await tx
    .update(orders)
    .set({ ...change, updatedAt: toDate(ctx.now) })
    .where(and(eq(orders.tenantId, ctx.tenant.id), eq(orders.id, id)));
};

async function opened(ctx: WriteCtx, id: string, checkout: Checkout): Promise<void> {
  await update(ctx, id, { stripeSessionId: checkout.id, url: checkout.url });
  await reviveStripeEvents(ctx, [checkout.id]);
}

async function failed(ctx: WriteCtx, id: string): Promise<void> {
  await update(ctx, id, { status: 'failed' });
  const change = { before: { status: 'pending' }, after: { status: 'failed' } };
  ctx.record({ verb: 'order.failed', subject: { type: 'order', id }, ...change });
}

/**
 * Where a visitor goes on who wants a service: to the request form, or to the provider's page for its deposit. An
 * order that the provider takes no payment for has failed, and the visitor is told SERVICE_UNAVAILABLE.
 */
export const startCheckout = staged({
  name: 'payments.checkout',
  permission: 'public',
  input: checkoutStart,
  async run(ctx, { serviceSlug }): Promise<{ redirectUrl: string }> {
    const service = await findSoldService(ctx, serviceSlug);
    if (!service) throw notFound('Service');
    const { slug, title, defaultMode } = presentService(service, 'en');
    const form = `/request-scope?service=${slug}&mode=${defaultMode}`;
    const { depositMinor } = service;
    if (service.purchaseType === 'scope' || depositMinor === null) return { redirectUrl: form };
    const { payments, log } = ctx.services;
    if (payments.mode === 'off') return { redirectUrl: `${form}&fallback=stripe` };
    const order = await stage(ctx, (tx) => placeOrder(tx, service, depositMinor));
    let checkout: Checkout;
    try {
      checkout = await hostedPage(ctx, { slug, title }, order);
      if (!checkout.url) throw new Error('a checkout without its page');
    } catch (error) {
      log.error({ err: error, order: order.id }, 'no checkout could be opened');
      await stage(ctx, (tx) => failed(tx, order.id));
      throw new AppError('SERVICE_UNAVAILABLE');
    }
    await stage(ctx, (tx) => opened(tx, order.id, checkout));
    return { redirectUrl: checkout.url };
  },
});
