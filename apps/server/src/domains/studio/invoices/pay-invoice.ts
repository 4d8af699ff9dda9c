import { invoiceRetry as input } from '@officina/contracts/payment-intents-inputs';
import type { Ctx } from '../../../kernel/context.ts';
import { staged } from '../../../kernel/operation.ts';
import { askForCheckout } from '../../payments/invoices/ask-for-checkout.ts';
import { loadInvoice, lockInvoice } from './load-invoice.ts';
import { outstanding } from './open-payment.ts';

/**
 * The provider's page on which what is outstanding of an invoice is paid, which leads back to ours. The caller may see
 * the invoice. Throws ALREADY_PAID and NOT_PAYABLE, and CONFLICT while a payment is on its way.
 */
export const payPageOf = (ctx: Ctx, id: string, back: { successUrl: string; cancelUrl: string }) =>
  askForCheckout(
    ctx,
    async (unit) => {
      const invoice = await lockInvoice(unit, id);
      return {
        id,
        openMinor: outstanding(invoice),
        currency: invoice.currency,
        contactId: invoice.clientId,
        label: `Invoice ${invoice.number}`,
        subject: 'studio_invoice',
      };
    },
    back,
  );

/** For whoever is signed in and sees the invoice: clients pay their own organisation's. */
export const payStudioInvoice = staged({
  name: 'studioInvoices.pay',
  permission: 'payments.collect',
  input,
  async run(ctx, { invoiceId }): Promise<{ url: string }> {
    const { id } = await loadInvoice(ctx, invoiceId);
    const page = `${ctx.services.config.publicUrl}/invoices/studio/${id}`;
    return { url: await payPageOf(ctx, id, { successUrl: page, cancelUrl: page }) };
  },
});
