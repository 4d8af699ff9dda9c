import { paymentRefund as input } from '@officina/contracts/payments-inputs';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import { askProvider } from '../ask-provider.ts';
import { loadPayment } from '../get-payment.ts';
import { refundableMinor } from '../payment-view.ts';

/**
 * Asks the provider to give money back; its event then says that it did, and what follows from that. CONFLICT for a
 * payment of which nothing can be given back, VALIDATION_ERROR for more than is left. Asked twice at once it is one refund.
 */
export const refundPayment = staged({
  name: 'payments.refund',
  permission: 'payments.refund',
  input,
  async run(ctx, { id, amountCents }): Promise<{ amountCents: number }> {
    const payment = await loadPayment(ctx, id);
    const left = refundableMinor(payment);
    const { stripePaymentIntentId: intentId, currency } = payment;
    if (left <= 0 || !intentId) throw new AppError('CONFLICT', 'Nothing of this payment can be given back');
    const amountMinor = amountCents ?? left;
    if (amountMinor > left)
      throw invalid({ field: 'amountCents', message: 'More than is left of the payment' });
    const metadata = { paymentId: id, tenantId: ctx.tenant.id };
    const key = `refund:${id}:${payment.refunded}:${amountMinor}`;
    const subject = { type: 'payment', id };
    await stage(ctx, async (unit) =>
      unit.record({ verb: 'payment.refund_asked', subject, after: { amountMinor, currency } }),
    );
    await askProvider(() => ctx.services.payments.refund(intentId, { amountMinor, metadata }, key));
    return { amountCents: amountMinor };
  },
});
