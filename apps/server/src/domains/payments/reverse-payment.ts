import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import type { PaymentRow } from './load-payments.ts';

/** Marks a payment as reversed; it stays on record. The caller holds its invoice locked. */
export async function reversePayment(ctx: WriteCtx, payment: PaymentRow, reason: string): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set({ reversedAt: toDate(ctx.now), reversedReason: reason })
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, payment.id)));
}
