import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { hashSecret } from '../../../kernel/ids.ts';
import { stage } from '../../../kernel/operation.ts';
import { PaymentRefused, PaymentsUnavailable } from '../../../kernel/payment-errors.ts';
import type { Payment } from '../../../providers/payments/port.ts';
import type { PaymentRow } from '../load-payments.ts';
import { reviveStripeEvents } from '../process-stripe-event.ts';
import type { ProviderRequest } from './new-intent.ts';
import { failIntent, lockIntent, settleIntent } from './settle-intent.ts';

/** What the provider made of a payment of ours. `outcome` is what the caller did in the transaction that linked them. */
export interface Asked<R = undefined> {
  row: PaymentRow;
  payment: Payment;
  outcome: R;
}

interface Following<R> {
  /** The payer waits for the answer. */
  answering?: boolean;
  /** Runs in the transaction that links the provider's payment to ours, with the row as it is then. */
  linked?: (ctx: WriteCtx, row: PaymentRow) => Promise<R>;
}

async function provided(ctx: Ctx, row: PaymentRow): Promise<Payment> {
  const { payments: provider } = ctx.services;
  if (row.stripePaymentIntentId) {
    const found = await provider.findPayment(row.stripePaymentIntentId);
    if (!found) throw new PaymentsUnavailable('The provider does not know the payment any more');
    return found;
  }
  const { customerId, newCustomer, ...request } = (row.providerRequest ?? {}) as ProviderRequest;
  const metadata = { paymentId: row.id, tenantId: row.tenantId, source: 'officina' };
  const customer = newCustomer
    ? (await provider.createCustomer({ ...newCustomer, metadata }, `customer:payment:${row.id}`)).id
    : customerId;
  return provider.createPayment(
    {
      ...request,
      customerId: customer,
      amountMinor: row.amountMinor,
      currency: row.currency ?? '',
      metadata: { ...row.metadata, ...metadata },
    },
    `payment:${row.id}`,
  );
}

/** Writes down what the provider made, and that it is paid where it is. */
async function link(ctx: WriteCtx, id: string, payment: Payment, answering: boolean): Promise<PaymentRow> {
  const row = await lockIntent(ctx, id);
  if (!row) throw new Error('a payment has gone');
  const known = row.stripePaymentIntentId !== null;
  const linked = {
    stripePaymentIntentId: payment.id,
    clientSecretHash: payment.clientSecret ? hashSecret(payment.clientSecret) : row.clientSecretHash,
    // A mismatch leaves a row open whose payment is over.
    stripeStatus:
      row.status === 'succeeded' || payment.status === 'succeeded' ? row.stripeStatus : payment.status,
  };
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set(linked)
    .where(and(eq(payments.tenantId, row.tenantId), eq(payments.id, id)));
  // What happened to it before we knew its name has waited.
  if (!known) await reviveStripeEvents(ctx, [payment.id]);
  const current = { ...row, ...linked };
  if (payment.status === 'succeeded') {
    const { amountReceivedMinor: amountMinor, currency } = payment;
    await settleIntent(ctx, current, { amountMinor, currency, at: toDate(ctx.now), answering });
  } else if (payment.status === 'canceled')
    await failIntent(ctx, current, { message: 'The payment was cancelled', stripeStatus: 'canceled' });
  return (await lockIntent(ctx, id)) ?? current;
}

/** Writes down that the provider refuses, and says so to the payer. */
async function refuse(ctx: Ctx, row: PaymentRow, refusal: PaymentRefused): Promise<never> {
  const { message, kind, declineCode, code, paymentId } = refusal;
  await stage(ctx, async (unit) => {
    const current = await lockIntent(unit, row.id);
    if (!current) return;
    if (paymentId && !current.stripePaymentIntentId) {
      const tx = await unit.tx();
      await tx
        .update(payments)
        .set({ stripePaymentIntentId: paymentId })
        .where(and(eq(payments.tenantId, row.tenantId), eq(payments.id, row.id)));
      await reviveStripeEvents(unit, [paymentId]);
    }
    await failIntent(unit, current, { message, stripeStatus: 'requires_payment_method' });
  });
  if (kind === 'declined')
    throw new AppError('CARD_DECLINED', message, [
      { field: 'paymentMethodId', message: declineCode ?? code ?? 'declined' },
    ]);
  throw new AppError('PAYMENT_FAILED', message);
}

/**
 * Asks the provider for the payment that a row stands for; asked again, it gives the same one. Throws CARD_DECLINED or
 * PAYMENT_FAILED for what it refuses, which the row then says, and SERVICE_UNAVAILABLE where nothing is known: a job
 * asks again. Never inside a transaction.
 */
export async function askForIntent<R = undefined>(
  ctx: Ctx,
  row: PaymentRow,
  { answering = false, linked: work }: Following<R> = {},
): Promise<Asked<R>> {
  let payment: Payment;
  try {
    payment = await provided(ctx, row);
  } catch (error) {
    if (error instanceof PaymentRefused) return refuse(ctx, row, error);
    if (error instanceof PaymentsUnavailable) throw new AppError('SERVICE_UNAVAILABLE');
    throw error;
  }
  return stage(ctx, async (unit) => {
    const linked = await link(unit, row.id, payment, answering);
    return { row: linked, payment, outcome: (await work?.(unit, linked)) as R };
  });
}
