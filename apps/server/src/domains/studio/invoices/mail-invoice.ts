import { minorDigits } from '@officina/contracts/money';
import type { WriteCtx } from '../../../kernel/context.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import type { InvoiceFactRow } from './invoice-row.ts';
import { openPayLink } from './pay-link.ts';

const amount = (minor: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(minor / 10 ** minorDigits(currency));

/** Tells the client of an invoice, with a link under which it can be paid; nobody where there is no address. */
export async function mailInvoice(ctx: WriteCtx, invoice: InvoiceFactRow): Promise<void> {
  const { clientEmail, number, clientName, totalMinor, currency, dueDate, clientId } = invoice;
  if (!clientEmail) return;
  const { url } = await openPayLink(ctx, invoice.id);
  const due = dueDate ? `, due on ${dueDate}` : '';
  await queueMessage(ctx, {
    channel: 'email',
    to: clientEmail,
    subject: `Invoice ${number} from ${ctx.tenant.name}`.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '),
    text: `Hello ${clientName},\n\nhere is invoice ${number} over ${amount(totalMinor, currency)}${due}.\n\nSee and pay it at ${url}\n\n${ctx.tenant.name}`,
    contactId: clientId,
  });
}
