import { invoices } from '@officina/db/schema/sales';
import { studioInvoices } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { sellerNow } from '../../sales/snapshots.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { studioBuyer } from './invoice-pdf.ts';
import { type InvoiceFactRow, printInvoice } from './invoice-row.ts';
import { invoiceNow } from './load-invoice.ts';
import { mailInvoice } from './mail-invoice.ts';
import { settleStudioInvoice } from './settle-invoice.ts';

/**
 * Sends a draft that the caller holds locked: seller and buyer are kept as they are now, the client is told by mail.
 * From here on the invoice never changes. One of nothing is paid at once.
 */
export async function issueInvoice(ctx: WriteCtx, draft: InvoiceFactRow): Promise<void> {
  const { id } = draft;
  const tx = await ctx.tx();
  const sellerSnapshot = await sellerNow(ctx);
  const buyerSnapshot = await studioBuyer(ctx, draft.clientId);
  await tx
    .update(invoices)
    .set({
      status: 'sent',
      issueDate: ctx.today,
      sellerSnapshot,
      buyerSnapshot,
      version: sql`${invoices.version} + 1`,
      updatedAt: laterThan(draft.updatedAt, ctx.now),
    })
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)));
  await tx
    .update(studioInvoices)
    .set({ sentAt: toDate(ctx.now) })
    .where(and(eq(studioInvoices.tenantId, ctx.tenant.id), eq(studioInvoices.invoiceId, id)));
  ctx.record({
    verb: 'invoice.issued',
    subject: { type: 'studio_invoice', id },
    contactId: draft.clientId,
    before: { status: 'draft' },
    after: { status: 'sent', number: draft.number, totalCents: draft.totalMinor },
  });
  await mailInvoice(ctx, draft);
  const data = printInvoice(await invoiceNow(ctx, id));
  await queueEvent(ctx, 'invoice.sent', { createdBy: draft.createdBy, data });
  if (draft.totalMinor === 0) await settleStudioInvoice(ctx, id, toDate(ctx.now));
}
