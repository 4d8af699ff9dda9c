import { byId } from '@officina/contracts/contacts-inputs';
import type { DocumentMessage } from '@officina/contracts/document-message';
import { read } from '../../../kernel/operation.ts';
import { buyerNow } from '../snapshots.ts';
import { reminderMessage } from '../standard-messages.ts';
import { invoiceView } from './invoice-reads.ts';

/** The standard wording of an invoice's reminder and where it would go. */
export const composeInvoiceMessage = read({
  name: 'invoices.message',
  permission: 'invoices.send',
  input: byId,
  async run(ctx, { id }): Promise<DocumentMessage> {
    const invoice = await invoiceView(ctx, id);
    const { contact, vehicle, number, totalCents, paidCents } = invoice;
    const buyer = await buyerNow(ctx, { contactId: contact.id, vehicleId: vehicle?.id ?? null });
    const told = {
      ...invoice,
      contactName: buyer.name,
      number: number ?? '',
      totalCents: totalCents - paidCents,
    };
    return { email: buyer.email ?? null, phone: buyer.phone ?? null, ...reminderMessage(ctx, told) };
  },
});
