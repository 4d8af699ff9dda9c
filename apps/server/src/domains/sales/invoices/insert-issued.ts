import type { DocumentLine, PaymentMethod } from '@officina/contracts/sales';
import { type BuyerSnapshot, invoiceLines, invoices, type SellerSnapshot } from '@officina/db/schema/sales';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { takeNumber } from '../numbering/take-number.ts';
import { type amountColumns, lineColumns } from '../priced-lines.ts';

export interface IssuedDocument {
  kind: 'invoice' | 'credit_note';
  contactId: string;
  vehicleId: string | null;
  quoteId?: string;
  creditedInvoiceId?: string;
  currency: string;
  notes: string | null;
  paymentMethod: PaymentMethod | null;
  amounts: ReturnType<typeof amountColumns>;
  lines: DocumentLine[];
  seller: SellerSnapshot;
  buyer: BuyerSnapshot;
  /** The due date for the day on which the document comes to be issued. */
  dueDate(issueDate: string): Promise<string>;
}

/**
 * Writes an invoice or credit note that is issued at once, with its number, and orders its PDF. Call it after every
 * check that can refuse; journal and timeline are the caller's.
 */
export async function insertIssued(
  ctx: WriteCtx,
  { amounts, lines, seller, buyer, dueDate: dueDateOf, ...facts }: IssuedDocument,
) {
  const tenantId = ctx.tenant.id;
  const taken = await takeNumber(ctx, facts.kind);
  const now = toDate(ctx.now);
  const dueDate = await dueDateOf(taken.issueDate);
  const invoice = { id: newId(), ...facts, ...taken, dueDate };
  const tx = await ctx.tx();
  await tx.insert(invoices).values({
    tenantId,
    ...invoice,
    ...amounts,
    series: facts.kind,
    status: 'sent',
    sellerSnapshot: seller,
    buyerSnapshot: buyer,
    createdBy: userIdOf(ctx.actor),
    createdAt: now,
    updatedAt: now,
  });
  const rows = lines.map((line) => ({ tenantId, invoiceId: invoice.id, ...lineColumns(line) }));
  await tx.insert(invoiceLines).values(rows);
  ctx.enqueue('render-invoice-pdf', { invoiceId: invoice.id });
  return invoice;
}
