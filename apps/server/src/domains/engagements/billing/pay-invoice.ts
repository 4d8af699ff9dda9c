import { portalInvoicePay } from '@officina/contracts/portal-invoices-inputs';
import { requireUser } from '../../../kernel/authorize.ts';
import { AppError } from '../../../kernel/errors.ts';
import { staged } from '../../../kernel/operation.ts';
import { askForCheckout } from '../../payments/invoices/ask-for-checkout.ts';
import { livePayments, sumOf } from '../../payments/load-payments.ts';
import { labelOf } from './invoice-news.ts';
import { isPayable } from './invoice-row.ts';
import { holdPortalInvoice } from './load-invoice.ts';

/**
 * The provider's page over what is open of an own invoice. Asked again while it is open it is the same page; CONFLICT
 * for an invoice that is not to be paid, or whose payment is on its way.
 */
export const payPortalInvoice = staged({
  name: 'billing.pay',
  permission: 'portal.billing.pay',
  input: portalInvoicePay,
  async run(ctx, { invoiceId }): Promise<{ redirectUrl: string }> {
    const page = `${ctx.services.config.publicUrl}/portal/billing/${invoiceId}`;
    const redirectUrl = await askForCheckout(
      ctx,
      async (unit) => {
        const found = await holdPortalInvoice(unit, invoiceId);
        const { id, totalMinor, currency, contactId } = found.row;
        const openMinor = totalMinor - sumOf(await livePayments(unit, id));
        if (!isPayable(found) || openMinor <= 0) throw new AppError('CONFLICT', 'There is nothing to pay');
        const { engagementId } = found.own ?? {};
        return {
          id,
          openMinor,
          currency,
          contactId,
          engagementId,
          label: labelOf(found),
          subject: 'invoice',
        };
      },
      { successUrl: `${page}?paid=1`, cancelUrl: page, email: requireUser(ctx.actor).email },
    );
    return { redirectUrl };
  },
});
