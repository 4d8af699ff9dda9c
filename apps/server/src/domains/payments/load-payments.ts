import { payments } from '@officina/db/schema/payments';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';

export type PaymentRow = typeof payments.$inferSelect;

/** The payments of an invoice that count, in the order in which they were recorded. */
export function livePayments(ctx: Ctx, invoiceId: string): Promise<PaymentRow[]> {
  return ctx.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.invoiceId, invoiceId),
        eq(payments.status, 'succeeded'),
        isNull(payments.reversedAt),
      ),
    )
    .orderBy(asc(payments.createdAt), asc(payments.id));
}

export const sumOf = (rows: readonly PaymentRow[]): number =>
  rows.reduce((sum, payment) => sum + payment.amountMinor, 0);
