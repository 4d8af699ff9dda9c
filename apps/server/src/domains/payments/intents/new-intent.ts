import type { PaymentPurpose } from '@officina/contracts/payments';
import { payments } from '@officina/db/schema/payments';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { requireTenant } from '../../../kernel/in-tenant.ts';
import type { PaymentRow } from '../load-payments.ts';

/** What the provider is asked for, besides the amount: kept with the row, so that it can be asked for again. */
export interface ProviderRequest {
  customerId?: string;
  /** A customer to be made for this payment alone. */
  newCustomer?: { email?: string; name?: string };
  description?: string;
  receiptEmail?: string;
  setupFutureUsage?: 'on_session' | 'off_session';
  cardOnly?: boolean;
  paymentMethodId?: string;
  returnUrl?: string;
}

export interface NewIntent {
  purpose: Extract<PaymentPurpose, 'intent' | 'item' | 'guest' | 'invoice'>;
  amountMinor: number;
  /** Lower-case. */
  currency: string;
  metadata?: Record<string, string>;
  request: ProviderRequest;
  /** Somebody asks for the payment of another. */
  paidFor?: boolean;
  itemId?: string;
  tierId?: string;
  invoiceId?: string;
  feeMinor?: number;
  payoutMinor?: number;
}

/** Until the provider has been asked. */
export const CREATING = 'creating';

/** Writes down what is about to be asked of the provider, before it is asked. */
export async function newIntent(
  ctx: WriteCtx,
  { request, paidFor = false, ...facts }: NewIntent,
): Promise<PaymentRow> {
  requireTenant(ctx);
  const id = newId();
  const tx = await ctx.tx();
  const [row] = await tx
    .insert(payments)
    .values({
      tenantId: ctx.tenant.id,
      id,
      ...facts,
      status: 'pending',
      userId: paidFor || ctx.actor.kind !== 'user' ? null : ctx.actor.id,
      method: 'stripe',
      stripeStatus: CREATING,
      providerRequest: { ...request },
      createdBy: userIdOf(ctx.actor),
      createdAt: toDate(ctx.now),
    })
    .returning();
  if (!row) throw new Error('no payment was written');
  const { purpose, amountMinor, currency, itemId, invoiceId } = facts;
  ctx.record({
    verb: 'payment.created',
    subject: { type: 'payment', id },
    after: { purpose, amountMinor, currency, itemId, invoiceId },
  });
  return row;
}
