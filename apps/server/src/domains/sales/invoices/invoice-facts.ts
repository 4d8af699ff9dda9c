import { decimalFromMinor } from '@officina/contracts/money';
import type { PaymentMethod } from '@officina/contracts/sales';
import type { WriteCtx } from '../../../kernel/context.ts';
import { logActivity } from '../../activities/log-activity.ts';

interface NumberedInvoice {
  id: string;
  number: string | null;
  contactId: string;
}

/** Texts and metadata on the customer's timeline are those of the garage contract. */
export const logInvoiceSent = (ctx: WriteCtx, { id, number, contactId }: NumberedInvoice) =>
  logActivity(ctx, {
    type: 'INVOICE_SENT',
    description: `Facture ${number} envoyée`,
    contactId,
    metadata: { invoice_id: id, invoice_number: number },
  });

export const logPayment = (
  ctx: WriteCtx,
  { id, number, contactId }: NumberedInvoice,
  { amountMinor, method }: { amountMinor: number; method: PaymentMethod },
) =>
  logActivity(ctx, {
    type: 'PAYMENT_RECEIVED',
    description: `Paiement reçu pour la facture ${number}`,
    contactId,
    metadata: { invoice_id: id, amount: decimalFromMinor(amountMinor), method: method.toUpperCase() },
  });
