import { payments } from '@officina/db/schema/payments';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { stage } from '../../../kernel/operation.ts';
import { PaymentRefused, PaymentsUnavailable } from '../../../kernel/payment-errors.ts';
import type { Payment } from '../../../providers/payments/port.ts';
import { askForIntent } from '../../payments/intents/ask-for-intent.ts';
import { newIntent } from '../../payments/intents/new-intent.ts';
import { failIntent } from '../../payments/intents/settle-intent.ts';
import type { PaymentRow } from '../../payments/load-payments.ts';
import type { InvoiceFactRow } from './invoice-row.ts';
import { lockInvoice } from './load-invoice.ts';

/** Minor units that are still to be paid. Throws ALREADY_PAID, or NOT_PAYABLE where nothing may be paid. */
export function outstanding(invoice: Pick<InvoiceFactRow, 'status' | 'totalMinor' | 'paidMinor'>): number {
  if (invoice.status === 'paid') throw new AppError('ALREADY_PAID');
  const open = invoice.totalMinor - Number(invoice.paidMinor);
  if (invoice.status !== 'sent' || open <= 0) throw new AppError('NOT_PAYABLE');
  return open;
}

/** The last payment that was asked for and may still be made; the invoice is locked. */
async function lastOpen(ctx: WriteCtx, invoiceId: string): Promise<PaymentRow | undefined> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.invoiceId, invoiceId),
        eq(payments.purpose, 'invoice'),
        inArray(payments.status, ['pending', 'failed']),
        isNotNull(payments.stripeStatus),
      ),
    )
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(1)
    .for('update');
  return row?.stripeStatus === 'canceled' ? undefined : row;
}

interface Begun {
  row: PaymentRow;
  /** The provider's payment of another amount, which must not be made any more. */
  superseded: string | null;
}

/** One open payment per invoice and outstanding amount; another amount takes its place. */
async function begin(ctx: WriteCtx, id: string): Promise<Begun> {
  const invoice = await lockInvoice(ctx, id);
  const open = outstanding(invoice);
  const last = await lastOpen(ctx, id);
  if (last && last.amountMinor === open) return { row: last, superseded: null };
  if (last) await failIntent(ctx, last, { message: 'The amount has changed', stripeStatus: 'canceled' });
  const row = await newIntent(ctx, {
    purpose: 'invoice',
    invoiceId: id,
    amountMinor: open,
    currency: invoice.currency.toLowerCase(),
    metadata: {},
    paidFor: ctx.actor.kind !== 'user' || ctx.actor.orgId === null,
    request: {
      description: `Invoice ${invoice.number}`,
      receiptEmail: invoice.clientEmail ?? undefined,
    },
  });
  ctx.record({
    verb: 'invoice.retried',
    subject: { type: 'studio_invoice', id },
    contactId: invoice.clientId,
    after: { amountMinor: open, currency: invoice.currency },
  });
  return { row, superseded: last?.stripePaymentIntentId ?? null };
}

/** A payment that is over at the provider already stays as it is: its events tell. */
async function cancel(ctx: Ctx, paymentId: string): Promise<void> {
  try {
    await ctx.services.payments.cancelPayment(paymentId);
  } catch (error) {
    if (!(error instanceof PaymentRefused || error instanceof PaymentsUnavailable)) throw error;
  }
}

/**
 * The payment of what is outstanding of an invoice, for its payer's page: the same one while the amount stays the same,
 * whoever asks and however many at once. The caller may see the invoice. Never inside a transaction.
 */
export async function openPayment(ctx: Ctx, id: string): Promise<{ row: PaymentRow; payment: Payment }> {
  for (let attempt = 1; ; attempt++) {
    const { row, superseded } = await stage(ctx, (unit) => begin(unit, id));
    if (superseded) await cancel(ctx, superseded);
    const asked = await askForIntent(ctx, row);
    if (asked.payment.status !== 'canceled' || attempt > 1) return asked;
  }
}
