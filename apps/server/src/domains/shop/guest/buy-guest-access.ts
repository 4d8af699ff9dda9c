import { GUEST_DURATIONS, type GuestDuration, type GuestFeature } from '@officina/contracts/guest-access';
import { guestPurchase as input } from '@officina/contracts/payment-intents-inputs';
import { payments } from '@officina/db/schema/payments';
import { guestSessions } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { violates } from '../../../kernel/database-errors.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import { askForIntent } from '../../payments/intents/ask-for-intent.ts';
import { secretOf } from '../../payments/intents/create-intent.ts';
import { newIntent } from '../../payments/intents/new-intent.ts';
import { idPerKey } from '../../payments/intents/once-per-key.ts';
import type { PaymentRow } from '../../payments/load-payments.ts';
import { GUEST_CURRENCY, guestPrice } from './guest-prices.ts';
import { accessEnd } from './guest-session.ts';

export interface GuestPurchaseView {
  clientSecret: string;
  customerId: string | null;
  sessionId: string;
  /** As if it were paid now. */
  expiresAt: string;
}

interface Order {
  id: string;
  email: string;
  name: string;
  feature: GuestFeature;
  duration: GuestDuration;
  amountMinor: number;
}

/** A new payment for what is ordered. */
const intentFor = (
  ctx: WriteCtx,
  { email, name, feature, duration, amountMinor }: Order,
): Promise<PaymentRow> =>
  newIntent(ctx, {
    purpose: 'guest',
    amountMinor,
    currency: GUEST_CURRENCY,
    metadata: { feature, duration },
    request: { newCustomer: { email, name }, receiptEmail: email, description: `${feature}, ${duration}` },
  });

/**
 * The session and its payment: of what is known and still waits for the same payment that one, else new ones. A session
 * is its first buyer's.
 */
async function open(ctx: WriteCtx, order: Order): Promise<{ sessionId: string; row: PaymentRow }> {
  const tx = await ctx.tx();
  const byId = and(eq(guestSessions.tenantId, ctx.tenant.id), eq(guestSessions.id, order.id));
  const [known] = await tx.select().from(guestSessions).where(byId).for('update');
  if (known && known.email !== order.email) throw new AppError('SESSION_TAKEN');
  if (known?.status === 'pending') {
    const [row] = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, known.paymentId)));
    const same = known.feature === order.feature && known.duration === order.duration;
    const open = row && row.stripeStatus !== 'canceled';
    if (open && same && row.amountMinor === order.amountMinor) return { sessionId: known.id, row };
  }
  // Another choice, or access that runs already, is a purchase of its own.
  const sessionId = known ? newId() : order.id;
  const row = await intentFor(ctx, order);
  const { email, name, feature, duration } = order;
  await tx.insert(guestSessions).values({
    tenantId: ctx.tenant.id,
    id: sessionId,
    email,
    name,
    feature,
    duration,
    paymentId: row.id,
    createdAt: toDate(ctx.now),
  });
  return { sessionId, row };
}

/**
 * Sells access to a feature for a time to somebody without an account, at the price of our table; it opens when the
 * payment succeeds. The same order asked for again is the same payment. Source: studio specification §3.7.
 */
export const buyGuestAccess = staged({
  name: 'guest.buy',
  permission: 'public',
  input,
  async run(ctx: Ctx, asked): Promise<GuestPurchaseView> {
    const { guestSessionId, email, name, feature, amount, idempotencyKey: key } = asked;
    const duration = asked.duration ?? GUEST_DURATIONS[1];
    if (amount !== (await guestPrice(ctx, feature, duration))) throw new AppError('PRICE_MISMATCH');
    const id = guestSessionId ?? (await idPerKey(ctx, { route: 'guest-payment', key, asked }));
    const order = { id, email, name, feature, duration, amountMinor: amount };
    const begin = () => stage(ctx, (unit) => open(unit, order));
    // Of two first orders with one id the later finds the earlier's session.
    const { sessionId, row } = await begin().catch((error: unknown) => {
      if (violates(error, 'guest_sessions_tenant_id_id_pk')) return begin();
      throw error;
    });
    const { payment } = await askForIntent(ctx, row);
    return {
      clientSecret: secretOf(payment),
      customerId: payment.customerId,
      sessionId,
      expiresAt: accessEnd(toDate(ctx.now), duration).toISOString(),
    };
  },
});
