import type { PaymentMethod } from '@officina/contracts/sales';
import { payments } from '@officina/db/schema/payments';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { livePayments, sumOf } from './load-payments.ts';

export interface NewPayment {
  /** Minor units; what is still open when left out. */
  amountMinor?: number;
  method: PaymentMethod;
  paidAt: Date;
}

/**
 * Adds money received to an invoice, whose row the caller holds locked, so that payments never exceed its total
 * together: VALIDATION_ERROR on `amountCents` for more than is open. Nothing is written when nothing is open.
 */
export async function recordPayment(
  ctx: WriteCtx,
  invoice: { id: string; totalMinor: number },
  { amountMinor, method, paidAt }: NewPayment,
): Promise<{ amountMinor: number; openMinor: number }> {
  const tx = await ctx.tx();
  const open = invoice.totalMinor - sumOf(await livePayments(ctx, invoice.id));
  const amount = amountMinor ?? open;
  if (amount > open) throw invalid({ field: 'amountCents', message: 'More than the open amount' });
  if (amount > 0) {
    await tx.insert(payments).values({
      tenantId: ctx.tenant.id,
      id: newId(),
      invoiceId: invoice.id,
      amountMinor: amount,
      method,
      paidAt,
      createdBy: userIdOf(ctx.actor),
      createdAt: toDate(ctx.now),
    });
  }
  return { amountMinor: amount, openMinor: open - amount };
}
