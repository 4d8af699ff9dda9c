import type { InvoiceView } from '@officina/contracts/sales';
import { invoiceCredit } from '@officina/contracts/sales-inputs';
import { invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { priceLines } from '../priced-lines.ts';
import { invoiceView } from './invoice-reads.ts';
import { refusedTransition } from './invoice-state.ts';
import { issueCreditNote } from './issue-credit-note.ts';
import { lockOwnInvoice, settlementOf } from './load-invoice.ts';

/**
 * Issues a credit note over a paid invoice, which stays paid: over everything, or over the lines given. All credit
 * notes together never exceed the invoice: VALIDATION_ERROR on `lines`. An unpaid invoice is cancelled instead.
 * Answers the credit note.
 */
export const creditInvoice = write({
  name: 'invoices.credit',
  permission: 'invoices.edit',
  input: invoiceCredit,
  async run(ctx, { id, lines, reason }): Promise<InvoiceView> {
    const invoice = await lockOwnInvoice(ctx, id);
    const settlement = await settlementOf(ctx, id);
    if (invoice.status !== 'paid') throw refusedTransition(ctx, { ...invoice, ...settlement }, 'credited');
    const { vatRate, totalMinor } = invoice;
    const priced = lines
      ? priceLines(lines, { vatRate, vatExempt: invoice.sellerSnapshot?.vatExempt ?? false })
      : await invoiceView(ctx, id);
    const left = totalMinor - settlement.creditedMinor;
    if (priced.totalCents > left || priced.totalCents === 0)
      throw invalid({
        field: 'lines',
        message: 'Must be more than nothing and at most what is not yet credited',
      });
    const note = await issueCreditNote(ctx, invoice, priced, reason);
    return invoiceView(ctx, note.id);
  },
});
