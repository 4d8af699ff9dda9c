import { timingSafeEqual } from 'node:crypto';
import { intentGet as input } from '@officina/contracts/payment-intents-inputs';
import { payments } from '@officina/db/schema/payments';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { hashSecret } from '../../../kernel/ids.ts';
import { read } from '../../../kernel/operation.ts';
import { PaymentsUnavailable } from '../../../kernel/payment-errors.ts';
import type { PaymentRow } from '../load-payments.ts';
import { CREATING } from './new-intent.ts';
import { readsAllPayments } from './payment-scope.ts';

export interface IntentStatusView {
  id: string;
  /** The provider's word. */
  status: string;
  amount: number;
  currency: string;
  metadata: Record<string, string>;
}

const FINAL = ['succeeded', 'canceled'];

/** Whether the secret is this payment's; in the same time for any. */
function knowsSecret(row: PaymentRow, secret: string | undefined): boolean {
  if (!secret || !row.clientSecretHash) return false;
  return timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(row.clientSecretHash));
}

async function statusNow(
  ctx: Ctx,
  { stripePaymentIntentId, stripeStatus, status }: PaymentRow,
): Promise<string> {
  if (status === 'succeeded') return 'succeeded';
  const known = stripeStatus && stripeStatus !== CREATING ? stripeStatus : 'requires_payment_method';
  if (FINAL.includes(known) || !stripePaymentIntentId) return known;
  try {
    return (await ctx.services.payments.findPayment(stripePaymentIntentId))?.status ?? known;
  } catch (error) {
    if (error instanceof PaymentsUnavailable) return known;
    throw error;
  }
}

/**
 * How a payment stands, for who made it, for staff who read payments, and for who knows its secret. Unknown and foreign
 * ones are alike NOT_FOUND.
 */
export const getIntent = read({
  name: 'payments.getIntent',
  permission: 'public',
  input,
  async run(ctx, { id, clientSecret }): Promise<IntentStatusView> {
    const { actor } = ctx;
    if (actor.kind !== 'user' && !clientSecret) throw new AppError('UNAUTHORIZED');
    const [row] = await ctx.db
      .select()
      .from(payments)
      .where(
        and(
          eq(payments.tenantId, ctx.tenant.id),
          eq(payments.stripePaymentIntentId, id),
          isNotNull(payments.stripeStatus),
        ),
      );
    const own = actor.kind === 'user' && row?.userId === actor.id;
    if (!row || !(own || readsAllPayments(actor) || knowsSecret(row, clientSecret)))
      throw notFound('Payment');
    return {
      id,
      status: await statusNow(ctx, row),
      amount: row.amountMinor,
      currency: row.currency ?? '',
      metadata: row.metadata ?? {},
    };
  },
});
