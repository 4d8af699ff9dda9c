import type { InvoiceView } from '@officina/contracts/sales';
import { quoteConvert } from '@officina/contracts/sales-inputs';
import { quotes } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { insertIssued } from '../invoices/insert-issued.ts';
import { logInvoiceSent } from '../invoices/invoice-facts.ts';
import { invoiceView } from '../invoices/invoice-reads.ts';
import { dueDateFrom } from '../invoices/issue-invoice.ts';
import { buyerNow, sellerNow } from '../snapshots.ts';
import { type LockedQuote, lockQuote } from './load-quote.ts';
import { quoteDetail } from './quote-reads.ts';
import { stateOf } from './quote-state.ts';

function checkConvertible(ctx: WriteCtx, quote: LockedQuote): void {
  if (quote.invoice) {
    const { id, number } = quote.invoice;
    throw new AppError('QUOTE_ALREADY_CONVERTED', undefined, { invoice_id: id, invoice_number: number });
  }
  const state = stateOf(ctx, quote);
  if (state !== 'sent' && state !== 'accepted')
    throw new AppError('QUOTE_NOT_CONVERTIBLE', undefined, { status: state.toUpperCase() });
}

/**
 * Makes an issued invoice of a quote, once: from an accepted one, or from a sent one, which becomes accepted. Lines,
 * rates and amounts are copied, never computed anew; the customer may have been deleted meanwhile.
 */
export const convertQuote = write({
  name: 'quotes.convert',
  permission: 'invoices.create',
  input: quoteConvert,
  async run(ctx, { id, dueDate = null, paymentMethod = null }): Promise<InvoiceView> {
    if (dueDate && dueDate < ctx.today)
      throw invalid({ field: 'dueDate', message: 'Must not be before today' });
    const locked = await lockQuote(ctx, id);
    checkConvertible(ctx, locked);
    const quote = await quoteDetail(ctx, id);
    const invoice = await insertIssued(ctx, {
      kind: 'invoice',
      quoteId: id,
      contactId: quote.contactId,
      vehicleId: quote.vehicleId,
      currency: quote.currency,
      notes: quote.notes,
      paymentMethod,
      amounts: {
        vatRate: quote.vatRate,
        mixedRates: quote.mixedRates,
        subtotalMinor: quote.subtotalMinor,
        vatMinor: quote.vatMinor,
        totalMinor: quote.totalMinor,
        vatBreakdown: quote.vatBreakdown,
      },
      lines: quote.lines,
      seller: { ...(await sellerNow(ctx)), paymentMethod },
      buyer: await buyerNow(ctx, quote),
      dueDate: (issueDate) => dueDateFrom(ctx, issueDate, dueDate),
    });
    await markConverted(ctx, locked);
    await logInvoiceSent(ctx, invoice);
    const { number, issueDate } = invoice;
    ctx.record({
      verb: 'quote.converted',
      subject: { type: 'quote', id },
      contactId: quote.contactId,
      before: { status: quote.status },
      after: { status: 'accepted', invoiceId: invoice.id, invoiceNumber: number },
    });
    ctx.record({
      verb: 'invoice.issued',
      subject: { type: 'invoice', id: invoice.id },
      contactId: quote.contactId,
      after: { quoteId: id, number, issueDate, dueDate: invoice.dueDate, totalCents: quote.totalMinor },
    });
    return invoiceView(ctx, invoice.id);
  },
});

/** The quote is accepted now, and the link to it dies with the conversion. */
async function markConverted(ctx: WriteCtx, quote: LockedQuote): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(quotes)
    .set({
      status: 'accepted',
      acceptedAt: quote.acceptedAt ?? toDate(ctx.now),
      publicTokenHash: null,
      version: sql`${quotes.version} + 1`,
      updatedAt: laterThan(quote.updatedAt, ctx.now),
    })
    .where(and(eq(quotes.tenantId, ctx.tenant.id), eq(quotes.id, quote.id)));
}
