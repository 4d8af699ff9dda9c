import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { noPayments } from '../../../providers/payments/off.ts';
import { CARD, DECLINED, sendForm, webhooksArrived, withoutWebhooks } from '../../../testing/hosted-pages.ts';
import { runJobs } from '../../../testing/run-jobs.ts';
import { deliver, stripeEvent, stripeId } from '../../../testing/stripe.ts';
import { receiveStripeEvent } from '../../payments/receive-stripe-event.ts';
import { reconcileStripe } from '../../payments/reconcile-stripe.ts';
import { bellOf, type PortalWorld, portalWorld } from '../testing/portal-world.ts';
import { createPortalInvoice } from './create-invoice.ts';
import { listPortalInvoices } from './invoice-reads.ts';
import { payPortalInvoice } from './pay-invoice.ts';
import { updatePortalInvoice } from './update-invoice.ts';

let portal: PortalWorld;
beforeAll(async () => {
  portal = await portalWorld();
});

const issue = (facts: object = {}) =>
  createPortalInvoice(portal.operator, {
    engagementId: portal.engagement.id,
    issueDate: '2026-01-10',
    amountEUR: 1200,
    ...facts,
  });
const now = async (id: string) => {
  const { items } = await listPortalInvoices(portal.admin, { limit: 100 });
  return items.find((invoice) => invoice.id === id);
};
const rowsOf = (id: string) =>
  portal.db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, portal.world.tenant.id), eq(payments.invoiceId, id)))
    .orderBy(payments.createdAt, payments.id);
const verbsOf = async (id: string): Promise<string[]> => {
  const rows = await portal.world.server.services.client.sql<{ verb: string }[]>`
    select verb from journal_entries where tenant_id = ${portal.world.tenant.id} and subject_id = ${id} order by xid, id`;
  return rows.map(({ verb }) => verb.replace('invoice.', ''));
};
const code = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

/** A payment that a client has begun, and what the provider may tell of it. */
async function begin(invoiceId: string) {
  const { redirectUrl } = await payPortalInvoice(portal.client, { invoiceId });
  const [session = ''] = /cs_test_\w+/.exec(redirectUrl) ?? [];
  const row = (await rowsOf(invoiceId)).find((payment) => payment.stripeSessionId === session);
  if (!row) throw new Error('no payment was begun');
  return { redirectUrl, ...eventsOf(invoiceId, session, row) };
}
function eventsOf(invoiceId: string, session: string, { amountMinor }: { amountMinor: number }) {
  const { world } = portal;
  const intent = stripeId('pi');
  const checkout = (type: string, more: object = {}) =>
    stripeEvent(world, `checkout.session.${type}`, {
      id: session,
      payment_status: 'paid',
      payment_intent: intent,
      amount_total: amountMinor,
      currency: 'eur',
      metadata: { invoiceId, tenantId: world.tenant.id },
      ...more,
    });
  const refund = (minor: number) =>
    stripeEvent(world, 'charge.refunded', {
      payment_intent: intent,
      amount: amountMinor,
      amount_refunded: minor,
      refunded: minor >= amountMinor,
    });
  return { session, intent, amountMinor, checkout, refund };
}
const told = async (...events: object[]) => {
  for (const event of events) expect((await deliver(portal.world, event)).status).toBe(200);
};

describe('paying an invoice', () => {
  it('is declined, then paid on the hosted page, and the organisation hears of it', async () => {
    const { id } = await issue({ invoiceNumber: 'P-1' });
    const { redirectUrl } = await payPortalInvoice(portal.client, { invoiceId: id });
    expect((await payPortalInvoice(portal.client, { invoiceId: id })).redirectUrl).toBe(redirectUrl);
    const payer = { email: 'x@acme.test' };
    expect((await sendForm(portal.world, redirectUrl, { ...DECLINED, ...payer })).status).toBe(402);
    expect((await now(id))?.paidAt).toBeNull();
    expect((await sendForm(portal.world, redirectUrl, { ...CARD, ...payer })).status).toBe(303);
    await webhooksArrived(portal.world);
    expect(await now(id)).toMatchObject({ status: 'paid', abilities: { pay: false, unpay: false } });
    expect(await rowsOf(id)).toMatchObject([{ method: 'stripe', status: 'succeeded', amountMinor: 120_000 }]);
    expect(await verbsOf(id)).toEqual(['created', 'payment_started', 'paid']);
    expect((await bellOf(portal.world, portal.client)).at(-1)).toBe('invoice_paid');
    expect(await code(payPortalInvoice(portal.client, { invoiceId: id }))).toBe('CONFLICT');
    const crossedOut = updatePortalInvoice(portal.admin, { id, paidAt: null });
    await expect(crossedOut).rejects.toThrow('Invoice locked');
  });

  it('is for clients and their own invoices that can be paid', async () => {
    const { id: invoiceId } = await issue();
    const pay = (who: typeof portal.client, id = invoiceId) => code(payPortalInvoice(who, { invoiceId: id }));
    expect(await pay(portal.other)).toBe('NOT_FOUND');
    expect(await pay(portal.client, 'x')).toBe('NOT_FOUND');
    for (const who of [portal.operator, portal.admin]) expect(await pay(who)).toBe('FORBIDDEN');
    const [draft, free] = [await issue({ issueDate: null }), await issue({ amountEUR: 0 })];
    for (const { id } of [draft, free]) expect(await pay(portal.client, id)).toBe('CONFLICT');
    const { services } = portal.world.server;
    const usual = services.payments;
    services.payments = noPayments;
    expect(await pay(portal.client)).toBe('SERVICE_UNAVAILABLE');
    services.payments = usual;
    expect(await pay(portal.client)).toBe('done');
  });

  it('is asked for once by two at one moment, and anew when the page has closed', async () => {
    const { id: invoiceId } = await issue();
    const [one, two] = await Promise.all([1, 2].map(() => payPortalInvoice(portal.client, { invoiceId })));
    expect(one?.redirectUrl).toBe(two?.redirectUrl);
    expect(await rowsOf(invoiceId)).toHaveLength(1);
    const [waiting] = await rowsOf(invoiceId);
    await portal.world.server.services.payments.expireCheckout(waiting?.stripeSessionId ?? '');
    await webhooksArrived(portal.world);
    expect(await rowsOf(invoiceId)).toMatchObject([{ status: 'failed' }]);
    const again = await payPortalInvoice(portal.client, { invoiceId });
    expect(again.redirectUrl).not.toBe(one?.redirectUrl);
  });

  it('closes pages of amounts that no longer are', async () => {
    const { id } = await issue();
    const first = await begin(id);
    await updatePortalInvoice(portal.operator, { id, amountEUR: 1300 });
    await runJobs(portal.world);
    const { payments: provider } = portal.world.server.services;
    expect((await provider.findCheckout(first.session))?.status).toBe('expired');
    const second = await begin(id);
    expect(second.amountMinor).toBe(130_000);
    await updatePortalInvoice(portal.operator, { id, paidAt: '2026-01-14' });
    await runJobs(portal.world);
    expect((await provider.findCheckout(second.session))?.status).toBe('expired');
    await webhooksArrived(portal.world);
  });

  it('comes to the same when its webhooks are lost', async () => {
    const { id } = await issue();
    const { redirectUrl } = await begin(id);
    await withoutWebhooks(portal.world, () =>
      sendForm(portal.world, redirectUrl, { ...CARD, email: 'x@acme.test' }),
    );
    expect((await now(id))?.paidAt).toBeNull();
    await reconcileStripe(portal.world.server.systemContext('reconcile-stripe', portal.world.tenant));
    expect((await now(id))?.status).toBe('paid');
  });

  it('takes the right amount for the right session alone, once', async () => {
    const { id } = await issue();
    const [mine, other] = [await begin(id), await begin((await issue()).id)];
    await told(
      mine.checkout('completed', { payment_status: 'unpaid' }),
      mine.checkout('completed', { id: stripeId('cs') }),
      mine.checkout('completed', { id: other.session }),
      mine.checkout('completed', { metadata: {} }),
      mine.checkout('async_payment_failed'),
    );
    expect(await rowsOf(id)).toMatchObject([{ status: 'failed' }]);
    await told(
      mine.checkout('completed', { amount_total: 1 }),
      mine.checkout('completed', { currency: 'usd' }),
    );
    expect(await verbsOf(id)).toEqual(['created', 'payment_started', 'payment_mismatch', 'payment_mismatch']);
    const paid = mine.checkout('async_payment_succeeded');
    await Promise.all([paid, paid, mine.checkout('completed')].map((event) => deliver(portal.world, event)));
    expect(await rowsOf(id)).toMatchObject([{ status: 'succeeded', amountMinor: 120_000 }]);
    expect((await now(id))?.status).toBe('paid');
    await told(mine.refund(20_000));
    expect((await now(id))?.status).toBe('paid');
    await told(mine.refund(120_000), mine.refund(20_000));
    expect(await now(id)).toMatchObject({ status: 'issued', paidAt: null, abilities: { markPaid: true } });
    expect((await rowsOf(id)).map(({ amountMinor }) => amountMinor)).toEqual([120_000, -20_000, -100_000]);
  });

  it('keeps what comes although the invoice has been paid otherwise, and tells people', async () => {
    const { id } = await issue();
    const { checkout } = await begin(id);
    await updatePortalInvoice(portal.operator, { id, paidAt: '2026-01-14' });
    await told(checkout('completed'));
    const received = (await rowsOf(id)).map(({ method, status }) => [method, status]);
    expect(received.sort()).toEqual([
      ['bank_transfer', 'succeeded'],
      ['stripe', 'succeeded'],
    ]);
    expect((await bellOf(portal.world, portal.admin)).at(-1)).toBe('order_payment_mismatch');
  });
});

describe('whatever happens in whichever order', () => {
  const acts = fc.array(
    fc.record({
      what: fc.constantFrom('begin', 'paid', 'paid', 'late', 'failed', 'mark', 'unpay', 'part', 'refund'),
      times: fc.integer({ min: 1, max: 3 }),
      which: fc.nat(3),
    }),
    { minLength: 4, maxLength: 14 },
  );

  it('what is recorded is what was received less what was given back', async () => {
    const { services } = portal.world.server;
    // The sessions of this history are no provider's.
    services.payments = { ...services.payments, expireCheckout: async () => {} };
    const system = portal.world.server.systemContext('test', portal.world.tenant);
    const tell = async (event: object, times: number) => {
      const bytes = Buffer.from(JSON.stringify(event));
      await Promise.all(Array.from({ length: times }, () => receiveStripeEvent(system, bytes)));
    };
    await fc.assert(
      fc.asyncProperty(acts, async (history) => {
        const { id, ...made } = await issue();
        const asked: (ReturnType<typeof eventsOf> & { captured: number; refunded: number })[] = [];
        let [manual, total] = [0, 0];
        for (const { what, times, which } of history) {
          const payment = asked[which % Math.max(1, asked.length)];
          const before = await now(id);
          if (what === 'begin') {
            // As `billing.pay` keeps it, without the provider's page.
            const session = stripeId('cs');
            if (before?.paidAt) continue;
            const amountMinor = made.totalCents;
            await portal.db.insert(payments).values({
              tenantId: portal.world.tenant.id,
              invoiceId: id,
              ...{ amountMinor, currency: 'EUR', stripeSessionId: session },
              status: 'pending',
              method: 'stripe',
            });
            asked.push({ ...eventsOf(id, session, { amountMinor }), captured: 0, refunded: 0 });
          } else if (what === 'mark') {
            const open = made.totalCents - total;
            if (before?.paidAt) continue;
            await updatePortalInvoice(portal.operator, { id, paidAt: '2026-01-14' });
            manual = Math.max(0, open);
          } else if (what === 'unpay') {
            const done = await code(updatePortalInvoice(portal.admin, { id, paidAt: null }));
            if (done === 'done' && before?.paidAt) manual = 0;
          } else if (payment) {
            if (what === 'paid') await tell(payment.checkout('completed'), times);
            if (what === 'late') await tell(payment.checkout('async_payment_succeeded'), times);
            if (what === 'failed') await tell(payment.checkout('async_payment_failed'), times);
            if (what === 'part') await tell(payment.refund(payment.amountMinor / 4), times);
            if (what === 'refund') await tell(payment.refund(payment.amountMinor), times);
            if (what === 'paid' || what === 'late') payment.captured = payment.amountMinor;
            if (what === 'part') payment.refunded = Math.max(payment.refunded, payment.amountMinor / 4);
            if (what === 'refund') payment.refunded = payment.amountMinor;
          }
          await runJobs(portal.world);
          // A refund that is told before its payment counts once the payment is there.
          const online = asked.map(({ captured, refunded }) => (captured ? captured - refunded : 0));
          total = manual + online.reduce((sum, each) => sum + each, 0);
          const counted = (await rowsOf(id)).filter((row) => row.status === 'succeeded' && !row.reversedAt);
          expect(counted.reduce((sum, row) => sum + row.amountMinor, 0)).toBe(total);
        }
      }),
      { numRuns: 12 },
    );
  });
});
