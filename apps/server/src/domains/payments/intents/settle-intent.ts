import { decimalFromMinor, minorDigits } from '@officina/contracts/money';
import { PAYMENT_MISMATCH } from '@officina/contracts/payments';
import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { notifyMany } from '../../notifications/notify-many.ts';
import { type NewEvent, queueEvent } from '../../webhooks/queue-event.ts';
import type { PaymentRow } from '../load-payments.ts';
import { failedEffectOf, paidEffectOf } from './on-paid.ts';

export interface Received {
  amountMinor: number;
  /** In any case. */
  currency: string;
  at: Date;
  eventId?: string;
  answering?: boolean;
}

/** The row locked until the transaction ends, as it is by then. */
export async function lockIntent(ctx: WriteCtx, id: string): Promise<PaymentRow | undefined> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, id)))
    .for('update');
  return row;
}

/** Decimals of a currency; an event may name what is none. */
const digitsOf = (code: string): number => (/^[a-z]{3}$/i.test(code) ? minorDigits(code.toUpperCase()) : 0);

/** A payment as other programs are told of it; minor units. */
const printPayment = (row: PaymentRow): NewEvent => ({
  createdBy: row.createdBy,
  data: {
    id: row.id,
    payment_intent_id: row.stripePaymentIntentId,
    invoice_id: row.invoiceId,
    amount: row.amountMinor,
    currency: row.currency?.toLowerCase() ?? null,
    status: row.status,
  },
});

const rowOf = ({ tenantId, id }: PaymentRow) => and(eq(payments.tenantId, tenantId), eq(payments.id, id));

async function noteMismatch(ctx: WriteCtx, row: PaymentRow, { amountMinor, currency }: Received) {
  if (row.mismatched) return;
  const tx = await ctx.tx();
  await tx.update(payments).set({ mismatched: true, errorMessage: PAYMENT_MISMATCH }).where(rowOf(row));
  const asked = { amountMinor: row.amountMinor, currency: row.currency };
  const received = { amountMinor, currency: currency.toLowerCase() };
  ctx.record({
    verb: 'payment.mismatch',
    subject: { type: 'payment', id: row.id },
    before: asked,
    after: received,
  });
  const told = (amount: number, code: string | null) =>
    `${decimalFromMinor(amount, digitsOf(code ?? ''))} ${(code ?? '').toUpperCase()}`;
  await notifyMany(ctx, 'admins', {
    kind: 'order_payment_mismatch',
    params: {
      title: 'Payment does not match',
      body: `${told(received.amountMinor, received.currency)} received, ${told(asked.amountMinor, asked.currency)} asked for`,
      entityType: 'payment',
      entityId: row.id,
    },
    link: '/payments',
    withActor: true,
  });
}

/**
 * Money has arrived for a payment of ours, whose row is locked: it counts, and what it pays for follows, once. Another
 * amount or currency than was asked for changes nothing but is told to the owners.
 */
export async function settleIntent(ctx: WriteCtx, row: PaymentRow, received: Received): Promise<boolean> {
  if (row.status === 'succeeded') return false;
  const sameAmount = received.amountMinor === row.amountMinor;
  if (!sameAmount || received.currency.toLowerCase() !== row.currency?.toLowerCase()) {
    await noteMismatch(ctx, row, received);
    return false;
  }
  const paid = {
    status: 'succeeded' as const,
    stripeStatus: 'succeeded',
    paidAt: received.at,
    failedAt: null,
    errorMessage: null,
    mismatched: false,
    providerRequest: null,
    stripeEventId: received.eventId ?? row.stripeEventId,
  };
  const tx = await ctx.tx();
  await tx.update(payments).set(paid).where(rowOf(row));
  ctx.record({
    verb: 'payment.succeeded',
    subject: { type: 'payment', id: row.id },
    before: { status: row.status },
    after: {
      status: 'succeeded',
      purpose: row.purpose,
      amountMinor: row.amountMinor,
      currency: row.currency,
    },
  });
  await queueEvent(ctx, 'payment.succeeded', printPayment({ ...row, ...paid }));
  const facts = { paidAt: received.at, answering: received.answering ?? false };
  await paidEffectOf(row.purpose)?.(ctx, { ...row, ...paid }, facts);
  return true;
}

/** A try was refused. Only a pending payment fails; the payer may try again, and then it succeeds after all. */
export async function failIntent(
  ctx: WriteCtx,
  row: PaymentRow,
  { message, stripeStatus }: { message: string; stripeStatus?: string },
): Promise<void> {
  if (row.status !== 'pending') return;
  const failed = {
    status: 'failed' as const,
    failedAt: toDate(ctx.now),
    errorMessage: message.slice(0, 500),
    ...(stripeStatus && { stripeStatus }),
  };
  const tx = await ctx.tx();
  await tx.update(payments).set(failed).where(rowOf(row));
  ctx.record({
    verb: 'payment.failed',
    subject: { type: 'payment', id: row.id },
    before: { status: row.status },
    after: { status: 'failed', errorMessage: failed.errorMessage },
  });
  await queueEvent(ctx, 'payment.failed', printPayment({ ...row, ...failed }));
  await failedEffectOf(row.purpose)?.(ctx, { ...row, ...failed });
}
