import type { InvoiceView } from '@officina/contracts/sales';
import { invoiceRemind } from '@officina/contracts/sales-inputs';
import { write } from '../../../kernel/operation.ts';
import { logActivity } from '../../activities/log-activity.ts';
import { queueDocument } from '../sending.ts';
import { buyerNow } from '../snapshots.ts';
import { reminderMessage } from '../standard-messages.ts';
import { invoiceView } from './invoice-reads.ts';
import { refusedTransition } from './invoice-state.ts';
import { lockOwnInvoice, settlementOf } from './load-invoice.ts';

/** Reminds the customer of an issued invoice that is not paid, overdue or not, with its PDF. */
export const remindInvoice = write({
  name: 'invoices.remind',
  permission: 'invoices.send',
  input: invoiceRemind,
  async run(ctx, { id, ...sending }): Promise<InvoiceView> {
    const invoice = await lockOwnInvoice(ctx, id);
    const settlement = await settlementOf(ctx, id);
    const { status, number, contactId, currency, dueDate } = invoice;
    if (status !== 'sent' || !number) throw refusedTransition(ctx, { ...invoice, ...settlement }, 'reminded');
    const { daysOverdue } = await invoiceView(ctx, id);
    const buyer = await buyerNow(ctx, invoice);
    const standard = reminderMessage(ctx, {
      contactName: buyer.name,
      number,
      totalCents: invoice.totalMinor - settlement.paidMinor,
      currency,
      dueDate,
      daysOverdue,
    });
    const attachment = { filename: `facture-${number}.pdf`, invoiceId: id };
    const to = await queueDocument(ctx, sending, { ...standard, contactId, buyer, attachment });
    const { channel } = sending;
    await logActivity(ctx, {
      type: channel === 'email' ? 'EMAIL_SENT' : 'WHATSAPP_SENT',
      description: `Rappel de la facture ${number} envoyé`,
      contactId,
      metadata: { invoice_id: id, invoice_number: number, to },
    });
    ctx.record({
      verb: 'invoice.reminded',
      subject: { type: 'invoice', id },
      contactId,
      after: { channel, to, daysOverdue },
    });
    return invoiceView(ctx, id);
  },
});
