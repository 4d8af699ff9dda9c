import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { getSalesTerms } from './get-terms.ts';
import { composeInvoiceMessage } from './invoices/compose-invoice-message.ts';
import { composeQuoteMessage } from './quotes/compose-quote-message.ts';
import { addIssued } from './testing/invoice-world.ts';
import { addQuote, salesWorld } from './testing/sales-world.ts';

describe('what an editor starts from', () => {
  it('is in the settings, and open to whoever writes quotes', async () => {
    const world = await salesWorld('member');
    expect(await getSalesTerms(world.ctx, {})).toEqual({
      today: '2026-01-15',
      currency: 'EUR',
      vatRate: 20,
      vatExempt: false,
      paymentTermDays: 30,
      quoteValidityDays: 30,
      hourlyRateCents: null,
    });
  });

  it('is refused to a client', async () => {
    const { ctx } = await createWorld('client');
    await expect(getSalesTerms(ctx, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the message of a document', () => {
  it('is the standard one, with the address that the customer has', async () => {
    const world = await salesWorld();
    const quote = await addQuote(world);
    const message = await composeQuoteMessage(world.ctx, { id: quote.id });
    expect(message.subject).toContain(quote.number);
    expect(message.body).toMatch(/360/);
    const invoice = await addIssued(world);
    const reminder = await composeInvoiceMessage(world.ctx, { id: invoice.id });
    expect(reminder.subject).toContain(invoice.number);
    expect(Object.keys(reminder).sort()).toEqual(['body', 'email', 'phone', 'subject']);
  });

  it('is none of another tenant’s documents', async () => {
    const [world, foreign] = [await salesWorld(), await salesWorld()];
    const [quote, invoice] = [await addQuote(foreign), await addIssued(foreign)];
    await expect(composeQuoteMessage(world.ctx, { id: quote.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(composeInvoiceMessage(world.ctx, { id: invoice.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is refused to a member, who may not send', async () => {
    const world = await salesWorld('member');
    const { id } = await addQuote(world);
    await expect(composeQuoteMessage(world.ctx, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
