import { addDays } from '@officina/contracts/calendar';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { takeNumber } from '../numbering/take-number.ts';
import { buyerNow, sellerNow } from '../snapshots.ts';
import { readTerms } from '../terms.ts';
import { logInvoiceSent } from './invoice-facts.ts';
import type { InvoiceRow } from './invoice-presenter.ts';

/** A document that is due before it is issued is due after the firm's term instead. */
export async function dueDateFrom(ctx: WriteCtx, issueDate: string, dueDate: string | null): Promise<string> {
  if (dueDate && dueDate >= issueDate) return dueDate;
  return addDays(issueDate, (await readTerms(ctx)).paymentTermDays);
}

/**
 * Issues a draft that the caller holds locked: number, date, and snapshots of firm and customer, from which its PDF is
 * made by a job. From here on the invoice never changes.
 */
export async function issueInvoice(ctx: WriteCtx, draft: InvoiceRow): Promise<void> {
  const seller = { ...(await sellerNow(ctx)), paymentMethod: draft.paymentMethod };
  const buyer = await buyerNow(ctx, draft);
  const { number, numberYear, numberSeq, issueDate } = await takeNumber(ctx, 'invoice');
  const dueDate = await dueDateFrom(ctx, issueDate, draft.dueDate);
  const tx = await ctx.tx();
  await tx
    .update(invoices)
    .set({
      status: 'sent',
      number,
      numberYear,
      numberSeq,
      issueDate,
      dueDate,
      sellerSnapshot: seller,
      buyerSnapshot: buyer,
      version: sql`${invoices.version} + 1`,
      updatedAt: laterThan(draft.updatedAt, ctx.now),
    })
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, draft.id)));
  await logInvoiceSent(ctx, { ...draft, number });
  ctx.record({
    verb: 'invoice.issued',
    subject: { type: 'invoice', id: draft.id },
    contactId: draft.contactId,
    before: { status: 'draft', dueDate: draft.dueDate },
    after: { status: 'sent', number, issueDate, dueDate, totalCents: draft.totalMinor },
  });
  ctx.enqueue('render-invoice-pdf', { invoiceId: draft.id });
}
