import { invoices } from '@officina/db/schema/sales';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { onPaid, onPaymentFailed } from '../../payments/intents/on-paid.ts';
import { settleIntent } from '../../payments/intents/settle-intent.ts';
import { onInvoiceMoney } from '../../payments/invoices/invoice-money.ts';
import { paidOf } from '../../payments/orders/follow-order.ts';
import { settleStudioInvoice } from './settle-invoice.ts';
import { tellPaymentFailed } from './tell-payment-failed.ts';

/** Whether a payment's invoice is a studio's: others settle their own. */
async function isStudios(ctx: WriteCtx, invoiceId: string | null): Promise<boolean> {
  if (!invoiceId) return false;
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ series: invoices.series })
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, invoiceId)));
  return row?.series === 'studio';
}

onPaid('invoice', async (ctx, { invoiceId }, { paidAt }) => {
  if (invoiceId && (await isStudios(ctx, invoiceId))) await settleStudioInvoice(ctx, invoiceId, paidAt);
});

onPaymentFailed('invoice', async (ctx, { invoiceId, errorMessage, stripeStatus }) => {
  // One that we withdrew ourselves is no failure of the payer's.
  if (!invoiceId || stripeStatus === 'canceled' || !(await isStudios(ctx, invoiceId))) return;
  await tellPaymentFailed(ctx, invoiceId, errorMessage ?? '');
});

onInvoiceMoney('studio', {
  async paid({ ctx, payment }, event) {
    const { amountMinor = -1, currency = '' } = paidOf(event) ?? {};
    await settleIntent(ctx, payment, { amountMinor, currency, at: event.created, eventId: event.id });
  },
  // A paid invoice stays paid: what is given back is credited. Source: studio specification §4.7.
  async refunded({ ctx, invoice, payment }, { minor, fully }) {
    ctx.record({
      verb: fully ? 'invoice.payment_refunded' : 'invoice.payment_partly_refunded',
      subject: { type: 'studio_invoice', id: invoice.id },
      contactId: invoice.contactId,
      after: {
        number: invoice.number,
        refundedMinor: minor,
        currency: invoice.currency,
        paymentId: payment.id,
      },
    });
  },
});
