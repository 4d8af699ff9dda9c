import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { printInvoice } from './invoice-row.ts';
import { invoiceNow, lockInvoice } from './load-invoice.ts';

/**
 * Follows what was paid of a studio's invoice, once a payment of it has succeeded in this transaction: with nothing
 * open it is paid, at the moment of that payment. What was paid too much is told as a mismatch. Safe to call twice.
 */
export async function settleStudioInvoice(ctx: WriteCtx, id: string, paidAt: Date): Promise<void> {
  const invoice = await lockInvoice(ctx, id);
  const subject = { type: 'studio_invoice', id };
  // Nothing is outstanding of a cancelled one: all that comes is too much.
  const owed = invoice.status === 'cancelled' ? 0 : invoice.totalMinor;
  const open = owed - Number(invoice.paidMinor);
  if (open < 0)
    ctx.record({
      verb: 'payment.mismatch',
      subject,
      contactId: invoice.clientId,
      after: { number: invoice.number, excessCents: -open, currency: invoice.currency },
    });
  // Whoever has another way to pay it open must not pay the wrong amount, or twice.
  ctx.enqueue('close-open-payments', { invoiceId: id });
  if (open > 0 || invoice.status !== 'sent') return;
  const tx = await ctx.tx();
  await tx
    .update(invoices)
    .set({
      status: 'paid',
      paidAt,
      version: sql`${invoices.version} + 1`,
      updatedAt: laterThan(invoice.updatedAt, ctx.now),
    })
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)));
  ctx.record({
    verb: 'invoice.paid',
    subject,
    contactId: invoice.clientId,
    before: { status: 'sent' },
    after: { status: 'paid', number: invoice.number, paidAt: paidAt.toISOString() },
  });
  const data = printInvoice(await invoiceNow(ctx, id));
  await queueEvent(ctx, 'invoice.paid', { createdBy: invoice.createdBy, data });
}
