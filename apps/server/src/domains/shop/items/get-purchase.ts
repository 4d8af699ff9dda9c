import { purchaseGet as input } from '@officina/contracts/payment-intents-inputs';
import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { read } from '../../../kernel/operation.ts';

export interface TransactionView {
  id: string;
  paymentIntentId: string | null;
  itemId: string | null;
  status: string;
  amount: number;
  currency: string;
  createdAt: string;
}

/** A purchase of the caller's own, by its id or the provider's. */
export const getPurchase = read({
  name: 'items.purchase',
  permission: 'payments.pay',
  input,
  async run(ctx, { transactionId, paymentIntentId }): Promise<TransactionView> {
    const { id: userId } = requireUser(ctx.actor);
    if (transactionId && !isUuid(transactionId)) throw notFound('Payment');
    const [row] = await ctx.db
      .select()
      .from(payments)
      .where(
        and(
          eq(payments.tenantId, ctx.tenant.id),
          eq(payments.userId, userId),
          eq(payments.purpose, 'item'),
          transactionId ? eq(payments.id, transactionId) : undefined,
          paymentIntentId ? eq(payments.stripePaymentIntentId, paymentIntentId) : undefined,
        ),
      );
    if (!row) throw notFound('Payment');
    return {
      id: row.id,
      paymentIntentId: row.stripePaymentIntentId,
      itemId: row.itemId,
      status: row.status,
      amount: row.amountMinor,
      currency: row.currency ?? '',
      createdAt: row.createdAt.toISOString(),
    };
  },
});
