import { describe, expect, it } from 'vitest';
import { getContact } from '../contacts/get-contact.ts';
import { creditInvoice } from '../sales/invoices/credit-invoice.ts';
import { recordInvoicePayment } from '../sales/invoices/record-payment.ts';
import { setInvoiceStatus } from '../sales/invoices/set-invoice-status.ts';
import { undoInvoicePayment } from '../sales/invoices/undo-invoice-payment.ts';
import { convertQuote } from '../sales/quotes/convert-quote.ts';
import { setQuoteStatus } from '../sales/quotes/set-quote-status.ts';
import { updateQuote } from '../sales/quotes/update-quote.ts';
import { addQuote, oneLine, type SalesWorld, salesWorld } from '../sales/testing/sales-world.ts';
import { garageDashboard } from './dashboard.ts';
import { pipeline } from './pipeline.ts';
import { revenue } from './revenue.ts';

const january = { from: '2026-01-01', to: '2026-01-31' };

/** What reports say now; every figure is asked twice, so that a kept one is among the answers. */
async function figures(world: SalesWorld) {
  const ask = async () => {
    const [report, quotes, dashboard, contact] = await Promise.all([
      revenue(world.ctx, january),
      pipeline(world.ctx, {}),
      garageDashboard(world.ctx, {}),
      getContact(world.ctx, { id: world.contactId }),
    ]);
    return {
      revenue: report.summary.revenueCents,
      paid: report.summary.invoicesPaid,
      methods: report.byMethod.map(({ method, amountCents }) => [method, amountCents]),
      stages: quotes.stages.map(({ count }) => count),
      rate: quotes.conversionRate,
      month: dashboard.revenue?.monthCents,
      customer: contact.stats.revenueCents,
    };
  };
  const first = await ask();
  expect(await ask()).toEqual(first);
  return first;
}

describe('reports', () => {
  it('follow a quote from its draft to the paid and credited invoice', async () => {
    const world = await salesWorld();
    const { ctx } = world;
    const nothing = { revenue: 0, paid: 0, methods: [], stages: [0, 0, 0], rate: 0, month: 0, customer: 0 };
    expect(await figures(world)).toEqual(nothing);
    const { id } = await addQuote(world);
    expect(await figures(world)).toEqual({ ...nothing, stages: [1, 0, 0] });
    await setQuoteStatus(ctx, { id, status: 'sent' });
    expect(await figures(world)).toEqual({ ...nothing, stages: [0, 1, 0] });
    await updateQuote(ctx, { id, reopen: true, notes: 'x' });
    expect(await figures(world)).toEqual({ ...nothing, stages: [1, 0, 0] });
    await setQuoteStatus(ctx, { id, status: 'sent' });
    await setQuoteStatus(ctx, { id, status: 'accepted' });
    expect(await figures(world)).toEqual({ ...nothing, stages: [0, 0, 1], rate: 1 });
    const invoice = await convertQuote(ctx, { id });
    expect(await figures(world)).toEqual({ ...nothing, rate: 1 });
    await recordInvoicePayment(ctx, { id: invoice.id, amountCents: 6000, method: 'cash' });
    expect(await figures(world)).toEqual({ ...nothing, rate: 1 });
    await setInvoiceStatus(ctx, { id: invoice.id, status: 'paid', paymentMethod: 'card' });
    const paid = { ...nothing, rate: 1, revenue: 36_000, paid: 1, month: 36_000, customer: 36_000 };
    const methods = [
      ['card', 30_000],
      ['cash', 6000],
    ];
    expect(await figures(world)).toEqual({ ...paid, methods });
    await creditInvoice(ctx, { id: invoice.id, lines: oneLine(10_000), reason: 'Geste commercial' });
    expect(await figures(world)).toEqual({
      ...paid,
      methods,
      revenue: 24_000,
      month: 24_000,
      customer: 24_000,
    });
  });

  it('follow a payment that is taken back, and a cancelled invoice', async () => {
    const world = await salesWorld();
    const { ctx } = world;
    const { id } = await addQuote(world);
    await setQuoteStatus(ctx, { id, status: 'sent' });
    const invoice = await convertQuote(ctx, { id });
    await setInvoiceStatus(ctx, { id: invoice.id, status: 'paid', paymentMethod: 'card' });
    expect(await figures(world)).toMatchObject({ revenue: 36_000, paid: 1 });
    await undoInvoicePayment(ctx, { id: invoice.id, reason: 'Chèque refusé' });
    expect(await figures(world)).toMatchObject({ revenue: 0, paid: 0, methods: [], month: 0, customer: 0 });
    await setInvoiceStatus(ctx, { id: invoice.id, status: 'cancelled' });
    expect(await figures(world)).toMatchObject({ revenue: 0, paid: 0, stages: [0, 0, 0], rate: 1 });
  });
});
