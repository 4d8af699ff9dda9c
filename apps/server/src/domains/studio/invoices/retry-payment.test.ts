import { createPayment } from '@officina/db/factories-sales';
import { studioInvoices } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type HttpClient, httpClient, type World } from '../../../testing/harness.ts';
import { deliver, stripeEvent, stripeId } from '../../../testing/stripe.ts';
import { createStudioClient } from '../clients/create-client.ts';
import { createStudioInvoice } from './create-invoice.ts';
import { getStudioInvoice } from './get-invoice.ts';
import { sendStudioInvoice } from './move-invoice.ts';

let world: World;
let owner: HttpClient;
let clientId: string;
beforeAll(async () => {
  world = await createWorld('owner', { currency: 'USD' });
  owner = await httpClient(world);
  clientId = (await createStudioClient(world.ctx, { name: 'Acme', email: 'billing@acme.test' })).id;
});

/** 3 × 19.99 at 7.25 %: 64.32. */
const items = [{ description: 'Design', quantity: 3, rate: 19.99 }];
const sent = async (ctx = world.ctx) => {
  const { id } = await createStudioInvoice(ctx, { clientId, items, taxRate: 7.25 });
  return sendStudioInvoice(ctx, { id });
};
const retry = (body: object, client = owner) => client.call('POST', '/api/payments/retry-invoice', body);
const paid = (intentId: string, amount: number) =>
  stripeEvent(world, 'payment_intent.succeeded', {
    id: intentId,
    object: 'payment_intent',
    amount_received: amount,
    currency: 'usd',
  });
const status = async (id: string) => (await getStudioInvoice(world.ctx, { id })).status;

describe('a retry of an invoice', () => {
  it('asks for what is outstanding, once, and pays it by the event', async () => {
    const { id } = await sent();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => retry({ invoiceId: id, amount: 1, customerId: 'cus_x' })),
    );
    expect(answers[0]?.body).toEqual({
      success: true,
      status: 'requires_payment',
      clientSecret: expect.stringMatching(/_secret_/),
      paymentIntentId: expect.stringMatching(/^pi_/),
      amount: 6432,
      currency: 'usd',
      message: expect.any(String),
    });
    expect(new Set(answers.map(({ body }) => body.paymentIntentId)).size).toBe(1);
    const intentId = answers[0]?.body.paymentIntentId;
    await deliver(
      world,
      stripeEvent(world, 'payment_intent.payment_failed', { id: intentId, object: 'payment_intent' }),
    );
    expect((await retry({ invoiceId: id })).body.paymentIntentId).toBe(intentId);
    await Promise.all([deliver(world, paid(intentId, 6432)), deliver(world, paid(intentId, 6432))]);
    expect(await status(id)).toBe('paid');
    const again = await retry({ invoiceId: id });
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_PAID']);
    const verbs = await world.server.services.client.sql<{ verb: string }[]>`
      select verb from journal_entries where tenant_id = ${world.tenant.id} and subject_id = ${id}`;
    const told = verbs.map(({ verb }) => verb);
    expect(told.filter((verb) => verb === 'invoice.paid')).toHaveLength(1);
    expect(told).toContain('invoice.payment_failed');
    expect(told.filter((verb) => verb === 'invoice.retried')).toHaveLength(1);
  });

  it('asks anew for what is left once part of it has come, once for all who ask at the same time', async () => {
    const { id } = await sent();
    const { body: first } = await retry({ invoiceId: id });
    const { db, sql } = world.server.services.client;
    await createPayment(db, world.tenant.id, id, { amountMinor: 1000, currency: 'usd' });
    const answers = await Promise.all(Array.from({ length: 3 }, () => retry({ invoiceId: id })));
    const { paymentIntentId: second } = answers[0]?.body ?? {};
    expect(answers.map(({ status: code, body }) => [code, body.paymentIntentId, body.amount])).toEqual(
      answers.map(() => [200, second, 5432]),
    );
    expect(second).not.toBe(first.paymentIntentId);
    const provider = world.server.services.payments;
    expect((await provider.findPayment(first.paymentIntentId))?.status).toBe('canceled');
    await deliver(world, paid(second, 5432));
    expect(await getStudioInvoice(world.ctx, { id })).toMatchObject({ status: 'paid', paidCents: 6432 });
    const tries = await sql`
      select 1 from payments where tenant_id = ${world.tenant.id} and invoice_id = ${id}`;
    expect(tries).toHaveLength(3);
  });

  it('has the provider’s own invoice paid where there is one', async () => {
    const { id } = await sent();
    const stripeInvoiceId = stripeId('in');
    const { db } = world.server.services.client;
    await db
      .update(studioInvoices)
      .set({ stripeInvoiceId })
      .where(and(eq(studioInvoices.tenantId, world.tenant.id), eq(studioInvoices.invoiceId, id)));
    const refused = await retry({ invoiceId: id });
    expect([refused.status, refused.body.code]).toEqual([400, 'PAYMENT_FAILED']);
    const event = stripeEvent(world, 'invoice.paid', { id: stripeInvoiceId, object: 'invoice' });
    await Promise.all([deliver(world, event), deliver(world, event)]);
    expect(await status(id)).toBe('paid');
    const view = await getStudioInvoice(world.ctx, { id });
    expect(view.paidCents).toBe(6432);
  });

  it('is for who may see and collect it', async () => {
    const { id } = await sent();
    const missing = [404, { error: 'Invoice not found', code: 'NOT_FOUND' }];
    for (const role of ['freelancer', 'client'] as const) {
      const answer = await retry({ invoiceId: id }, await httpClient(world, role));
      expect([answer.status, answer.body]).toEqual(missing);
    }
    const foreign = await retry({ invoiceId: id }, await httpClient(await createWorld()));
    expect([foreign.status, foreign.body]).toEqual(missing);
    expect((await retry({ invoiceId: id }, await httpClient(world, 'accountant'))).status).toBe(403);
    expect((await retry({ invoiceId: id }, await httpClient(world, 'visitor'))).status).toBe(401);
    expect((await retry({})).status).toBe(400);
    const draft = await createStudioInvoice(world.ctx, { clientId, items });
    const answer = await retry({ invoiceId: draft.id });
    expect([answer.status, answer.body.code]).toEqual([409, 'NOT_PAYABLE']);
  });
});
