import { stripeEvents } from '@officina/db/schema/stripe-events';
import { inArray } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/harness.ts';
import { deliver, stripeEvent, stripeId } from '../../testing/stripe.ts';
import { createStudioClient } from '../studio/clients/create-client.ts';
import { createStudioInvoice } from '../studio/invoices/create-invoice.ts';
import { sendStudioInvoice } from '../studio/invoices/move-invoice.ts';
import { payStudioInvoice } from '../studio/invoices/pay-invoice.ts';
import { createIntent } from './intents/create-intent.ts';
import { listPayments } from './list-payments.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld('owner', { currency: 'USD' });
});

const ODD = [null, '5000', -1, 0, 1.5, 1e300, 5001, [], {}, true];

it('takes money only as it was asked for, whatever an event says, and fails at nothing', async () => {
  const { paymentIntentId: id } = await createIntent(world.ctx, { amount: 5000 });
  const { id: clientId } = await createStudioClient(world.ctx, { name: 'Acme' });
  const items = [{ description: 'Advice', quantity: 1, rate: 50 }];
  const { id: invoiceId } = await createStudioInvoice(world.ctx, { clientId, items });
  await sendStudioInvoice(world.ctx, { id: invoiceId });
  const { url } = await payStudioInvoice(world.ctx, { invoiceId });
  const [session = ''] = /cs_test_\w+/.exec(url) ?? [];
  const metadata = { invoiceId, tenantId: world.tenant.id };
  const intent = stripeId('pi');
  const checkout = { id: session, payment_status: 'paid', payment_intent: intent, metadata };
  const refund = { payment_intent: id, amount: 5000 };
  const events = ODD.flatMap((odd) => [
    stripeEvent(world, 'payment_intent.succeeded', {
      id,
      amount_received: odd,
      amount: odd,
      currency: 'usd',
    }),
    stripeEvent(world, 'payment_intent.succeeded', { id, amount_received: 5000, currency: odd }),
    stripeEvent(world, 'payment_intent.payment_failed', { id, last_payment_error: odd }),
    stripeEvent(world, 'checkout.session.completed', { ...checkout, amount_total: odd, currency: 'usd' }),
    stripeEvent(world, 'checkout.session.completed', { ...checkout, amount_total: 5000, currency: odd }),
    stripeEvent(world, 'charge.refunded', { ...refund, amount_refunded: odd, refunded: odd }),
    stripeEvent(world, 'customer.subscription.updated', { id: odd, customer: odd, items: odd, status: odd }),
    stripeEvent(world, 'invoice.paid', { id: odd, amount_paid: odd }),
  ]);
  for (const event of events) expect((await deliver(world, event)).status).toBe(200);
  const { db } = world.server.services.client;
  const ids = events.map((event) => (event as { id: string }).id);
  const kept = await db.select().from(stripeEvents).where(inArray(stripeEvents.id, ids));
  expect(kept.filter(({ status }) => status === 'failed').map(({ type, error }) => [type, error])).toEqual(
    [],
  );
  const { items: rows } = await listPayments(world.ctx, {});
  expect(rows.filter(({ status }) => status === 'succeeded')).toEqual([]);
});
