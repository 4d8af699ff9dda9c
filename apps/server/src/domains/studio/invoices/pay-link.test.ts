import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../testing/harness.ts';
import { CARD, DECLINED, sendForm, webhooksArrived } from '../../../testing/hosted-pages.ts';
import { runJobs } from '../../../testing/run-jobs.ts';
import { createStudioClient } from '../clients/create-client.ts';
import { createStudioInvoice } from './create-invoice.ts';
import { getStudioInvoice } from './get-invoice.ts';
import { cancelStudioInvoice, sendStudioInvoice } from './move-invoice.ts';
import { makePayLink, revokePayLinks } from './pay-link.ts';
import { payPublicInvoice, publicInvoice } from './public-invoice.ts';
import { retryInvoicePayment } from './retry-payment.ts';

let world: World;
let visitor: World['ctx'];
let clientId: string;
beforeAll(async () => {
  world = await createWorld('owner', { currency: 'USD' });
  visitor = { ...(await createWorld()).ctx, actor: { kind: 'visitor' } };
  clientId = (await createStudioClient(world.ctx, { name: 'Acme', email: 'billing@acme.test' })).id;
});

/** 3 × 19.99 at 7.25 %: 64.32. */
const items = [{ description: 'Design', quantity: 3, rate: 19.99 }];
const tokenFor = async (id: string) => (await makePayLink(world.ctx, { id })).url.split('/').at(-1) ?? '';
async function linked() {
  const { id, number } = await createStudioInvoice(world.ctx, { clientId, items, taxRate: 7.25 });
  await sendStudioInvoice(world.ctx, { id });
  return { id, number, token: await tokenFor(id) };
}
const payer = { email: 'ada@acme.test' };
const rowsOf = (id: string) =>
  world.ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, world.tenant.id), eq(payments.invoiceId, id)))
    .orderBy(payments.createdAt, payments.id);
const verbsOf = async (id: string) => {
  const rows = await world.server.services.client.sql<{ verb: string }[]>`
    select verb from journal_entries where tenant_id = ${world.tenant.id} and subject_id = ${id}`;
  return rows.map(({ verb }) => verb);
};
const statusOfPage = async (url: string) => {
  const [session = ''] = /cs_test_\w+/.exec(url) ?? [];
  return (await world.server.services.payments.findCheckout(session))?.status;
};

describe('a pay link', () => {
  it('leads to one page of the provider, on which whoever has a link pays, once', async () => {
    const { id, number, token } = await linked();
    const seen = await publicInvoice(visitor, { token });
    expect(seen).toMatchObject({ number, seller: world.tenant.name, buyer: 'Acme', openCents: 6432 });
    expect(seen).toMatchObject({ status: 'sent', online: true });
    const other = await tokenFor(id);
    const [one, two] = await Promise.all(
      [token, other].map((each) => payPublicInvoice(visitor, { token: each })),
    );
    expect(one?.url).toBe(two?.url);
    const url = one?.url ?? '';
    expect((await sendForm(world, url, { ...DECLINED, ...payer })).status).toBe(402);
    expect(await publicInvoice(visitor, { token })).toMatchObject({ status: 'sent', openCents: 6432 });
    expect((await sendForm(world, url, { ...CARD, ...payer })).status).toBe(303);
    await webhooksArrived(world);
    expect(await publicInvoice(visitor, { token })).toMatchObject({ status: 'paid', openCents: 0 });
    expect(await rowsOf(id)).toMatchObject([
      { status: 'succeeded', purpose: 'invoice', amountMinor: 6432, userId: null },
    ]);
    const verbs = await verbsOf(id);
    expect(verbs.filter((verb) => verb === 'invoice.paid')).toHaveLength(1);
    await expect(payPublicInvoice(visitor, { token })).rejects.toMatchObject({ code: 'ALREADY_PAID' });
    await revokePayLinks(world.ctx, { id });
    for (const act of [publicInvoice, payPublicInvoice])
      await expect(act(visitor, { token })).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  });

  it('closes its page when the invoice is paid another way, or cancelled', async () => {
    const [byCard, cancelled] = [await linked(), await linked()];
    const pages = [];
    for (const { token } of [byCard, cancelled]) pages.push((await payPublicInvoice(visitor, { token })).url);
    const retry = await retryInvoicePayment(world.ctx, { invoiceId: byCard.id });
    if (retry.status !== 'requires_payment') throw new Error('nothing is asked for');
    const form = `/stripe-sandbox/pay/${retry.paymentIntentId}?client_secret=${retry.clientSecret}`;
    const { app } = world.server;
    const page = await (await app.request(form, { headers: { host: 'localhost:3000' } })).text();
    const [, formToken = ''] = /name="token" value="([^"]+)"/.exec(page) ?? [];
    await app.request(form, {
      method: 'POST',
      headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: formToken, ...CARD }),
    });
    await webhooksArrived(world);
    await cancelStudioInvoice(world.ctx, { id: cancelled.id });
    await runJobs(world);
    for (const url of pages) expect(await statusOfPage(url)).toBe('expired');
    await webhooksArrived(world);
    expect((await getStudioInvoice(world.ctx, { id: byCard.id })).paidCents).toBe(6432);
    expect((await rowsOf(byCard.id)).map(({ status }) => status).sort()).toEqual(['failed', 'succeeded']);
    expect(await verbsOf(byCard.id)).not.toContain('invoice.payment_failed');
  });

  it('keeps what comes for a cancelled invoice, and says that it is too much', async () => {
    const { id, token } = await linked();
    const { url } = await payPublicInvoice(visitor, { token });
    await cancelStudioInvoice(world.ctx, { id });
    await sendForm(world, url, { ...CARD, ...payer });
    await webhooksArrived(world);
    expect(await getStudioInvoice(world.ctx, { id })).toMatchObject({ status: 'cancelled', paidCents: 6432 });
    expect(await verbsOf(id)).toContain('payment.mismatch');
  });

  it('leaves the invoice paid when the money is given back, and records it once', async () => {
    const { id, token } = await linked();
    const { url } = await payPublicInvoice(visitor, { token });
    await sendForm(world, url, { ...CARD, ...payer });
    await webhooksArrived(world);
    const [paid] = await rowsOf(id);
    const provider = world.server.services.payments;
    for (const amountMinor of [1000, 5432])
      await provider.refund(
        paid?.stripePaymentIntentId ?? '',
        { amountMinor, metadata: {} },
        `${id}:${amountMinor}`,
      );
    await webhooksArrived(world);
    const invoice = await getStudioInvoice(world.ctx, { id });
    expect([invoice.status, invoice.paidCents, invoice.openCents]).toEqual(['paid', 0, 0]);
    const given = (await rowsOf(id)).filter(({ purpose }) => purpose === 'refund');
    expect(given.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(-6432);
    expect(await verbsOf(id)).toContain('invoice.payment_refunded');
  });
});
