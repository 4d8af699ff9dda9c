import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import type { InvoiceRow } from './invoice-presenter.ts';
import { invoiceView } from './invoice-reads.ts';
import { issueCreditNote } from './issue-credit-note.ts';

/**
 * Cancels an invoice that the caller holds locked and has found unpaid. A draft is just marked; an issued invoice
 * cannot be unmade, so a credit note over the whole amount is issued with it.
 */
export async function cancelInvoice(
  ctx: WriteCtx,
  invoice: InvoiceRow,
  reason: string | null,
): Promise<void> {
  const note =
    invoice.status === 'draft'
      ? null
      : await issueCreditNote(ctx, invoice, await invoiceView(ctx, invoice.id), reason);
  const tx = await ctx.tx();
  await tx
    .update(invoices)
    .set({
      status: 'cancelled',
      version: sql`${invoices.version} + 1`,
      updatedAt: laterThan(invoice.updatedAt, ctx.now),
    })
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, invoice.id)));
  ctx.record({
    verb: 'invoice.cancelled',
    subject: { type: 'invoice', id: invoice.id },
    contactId: invoice.contactId,
    before: { status: invoice.status },
    after: { status: 'cancelled', creditNoteId: note?.id ?? null, creditNoteNumber: note?.number ?? null },
    reason,
  });
}
