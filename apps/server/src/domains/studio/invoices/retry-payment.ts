import { invoiceRetry as input } from '@officina/contracts/payment-intents-inputs';
import { studioInvoices } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import { PaymentRefused, PaymentsUnavailable } from '../../../kernel/payment-errors.ts';
import { secretOf } from '../../payments/intents/create-intent.ts';
import { payStripeInvoice } from './follow-stripe-invoice.ts';
import { loadInvoice } from './load-invoice.ts';
import { openPayment, outstanding } from './open-payment.ts';

export type RetryView =
  | { status: 'paid' }
  | {
      status: 'requires_payment';
      clientSecret: string;
      paymentIntentId: string;
      amount: number;
      currency: string;
    };

async function stripeInvoiceOf(ctx: Ctx, id: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ stripeInvoiceId: studioInvoices.stripeInvoiceId })
    .from(studioInvoices)
    .where(and(eq(studioInvoices.tenantId, ctx.tenant.id), eq(studioInvoices.invoiceId, id)));
  return row?.stripeInvoiceId ?? null;
}

/** Asks the provider to take the money with the card that it keeps. */
async function payKept(ctx: Ctx, id: string, stripeInvoiceId: string): Promise<RetryView> {
  try {
    await ctx.services.payments.payInvoice(stripeInvoiceId);
  } catch (error) {
    if (error instanceof PaymentsUnavailable) throw new AppError('SERVICE_UNAVAILABLE');
    if (!(error instanceof PaymentRefused)) throw error;
    if (error.kind === 'declined') throw new AppError('CARD_DECLINED', error.message);
    throw new AppError('PAYMENT_FAILED', error.message);
  }
  await stage(ctx, (unit) => payStripeInvoice(unit, id, stripeInvoiceId));
  return { status: 'paid' };
}

/**
 * Tries again to have an invoice paid: with the card that the provider keeps, or by a payment that the payer's page makes.
 * The amount is what is outstanding in our books. Source: studio specification §3.7.
 */
export const retryInvoicePayment = staged({
  name: 'studioInvoices.retryPayment',
  permission: 'payments.collect',
  input,
  async run(ctx: Ctx, { invoiceId }): Promise<RetryView> {
    const invoice = await loadInvoice(ctx, invoiceId);
    outstanding(invoice);
    const stripeInvoiceId = await stripeInvoiceOf(ctx, invoice.id);
    if (stripeInvoiceId) return payKept(ctx, invoice.id, stripeInvoiceId);
    const { row, payment } = await openPayment(ctx, invoice.id);
    if (payment.status === 'succeeded') return { status: 'paid' };
    return {
      status: 'requires_payment',
      clientSecret: secretOf(payment),
      paymentIntentId: payment.id,
      amount: row.amountMinor,
      currency: row.currency ?? '',
    };
  },
});
