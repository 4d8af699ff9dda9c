import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { printInvoice } from './invoice-row.ts';
import { invoiceNow, lockInvoice } from './load-invoice.ts';

/** A try to have an invoice paid failed: its journal says so, and its maker and other programs hear of it. */
export async function tellPaymentFailed(ctx: WriteCtx, id: string, reason: string): Promise<void> {
  const invoice = await lockInvoice(ctx, id);
  if (invoice.status !== 'sent') return;
  ctx.record({
    verb: 'invoice.payment_failed',
    subject: { type: 'studio_invoice', id },
    contactId: invoice.clientId,
    after: { number: invoice.number, reason },
  });
  const data = printInvoice(await invoiceNow(ctx, id));
  await queueEvent(ctx, 'invoice.payment_failed', { createdBy: invoice.createdBy, data });
  const [maker] = invoice.createdBy
    ? await ctx.db.select().from(users).where(eq(users.id, invoice.createdBy))
    : [];
  if (!maker) return;
  await queueMessage(ctx, {
    channel: 'email',
    to: maker.email,
    subject: `Payment of invoice ${invoice.number} failed`,
    text: `Hello ${maker.name},\n\nthe payment of invoice ${invoice.number} by ${invoice.clientName} failed: ${reason}\n\n${ctx.services.config.publicUrl}/invoices/studio/${id}`,
  });
}
