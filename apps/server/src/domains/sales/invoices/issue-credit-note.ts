import type { WriteCtx } from '../../../kernel/context.ts';
import { amountColumns, type PricedDocument } from '../priced-lines.ts';
import { buyerNow, sellerNow } from '../snapshots.ts';
import { insertIssued } from './insert-issued.ts';
import type { InvoiceRow } from './invoice-presenter.ts';

/**
 * Issues a credit note over (a part of) an invoice that the caller holds locked, to whom the invoice was issued. Its
 * amounts are positive. Whether VAT is charged follows the invoice, not the firm's present settings.
 */
export async function issueCreditNote(
  ctx: WriteCtx,
  invoice: InvoiceRow,
  priced: PricedDocument,
  reason: string | null,
) {
  const seller = await sellerNow(ctx);
  const vatExempt = invoice.sellerSnapshot?.vatExempt ?? seller.vatExempt;
  const note = await insertIssued(ctx, {
    kind: 'credit_note',
    creditedInvoiceId: invoice.id,
    contactId: invoice.contactId,
    vehicleId: invoice.vehicleId,
    currency: invoice.currency,
    notes: reason,
    paymentMethod: null,
    amounts: amountColumns(priced),
    lines: priced.lines,
    seller: { ...seller, vatExempt },
    buyer: invoice.buyerSnapshot ?? (await buyerNow(ctx, invoice)),
    dueDate: async (issueDate) => issueDate,
  });
  ctx.record({
    verb: 'credit_note.issued',
    subject: { type: 'invoice', id: note.id },
    contactId: invoice.contactId,
    after: {
      number: note.number,
      issueDate: note.issueDate,
      creditedInvoiceId: invoice.id,
      creditedInvoiceNumber: invoice.number,
      totalCents: priced.totalCents,
    },
    reason,
  });
  return note;
}
