import { intentCreateEnhanced as input } from '@officina/contracts/payment-intents-inputs';
import { subscriptions } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { NO_TENANT, newId } from '../../../kernel/ids.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import { reviveStripeEvents } from '../process-stripe-event.ts';
import { askForIntent } from './ask-for-intent.ts';
import { askForPayment } from './ask-for-payment.ts';
import { DEFAULT_CURRENCY, secretOf } from './create-intent.ts';
import { ownCustomer } from './customer-of.ts';
import { oncePerKey } from './once-per-key.ts';

export interface EnhancedIntentView {
  clientSecret: string;
  /** Of a single payment. */
  paymentIntentId: string | null;
  /** Of regular ones. */
  subscriptionId: string | null;
  customerId: string | null;
  /** With which the payer's page talks to the provider; null where none is set up. */
  publishableKey: string | null;
}

interface Payer {
  email?: string;
  name?: string;
}

/** A subscription that begins with its first payment. Our row comes first, the provider is asked under its id. */
async function subscribe(
  ctx: Ctx,
  { own, payer, priceId }: { own: string | null; payer: Payer; priceId: string },
): Promise<EnhancedIntentView> {
  if (ctx.tenant.id === NO_TENANT) throw new AppError('SERVICE_UNAVAILABLE');
  const { payments: provider, config } = ctx.services;
  const id = newId();
  const metadata = { subscriptionRow: id, tenantId: ctx.tenant.id, source: 'officina' };
  const customer =
    own ??
    (
      await askForPayment(() =>
        provider.createCustomer({ ...payer, metadata }, `customer:subscription:${id}`),
      )
    ).id;
  await stage(ctx, async (unit) => {
    const tx = await unit.tx();
    await tx.insert(subscriptions).values({
      tenantId: ctx.tenant.id,
      id,
      userId: ctx.actor.kind === 'user' ? ctx.actor.id : null,
      stripeCustomerId: customer,
      status: 'incomplete',
      createdAt: toDate(ctx.now),
    });
    unit.record({ verb: 'subscription.created', subject: { type: 'subscription', id }, after: { priceId } });
  });
  const made = await askForPayment(() =>
    provider.createSubscription({ customerId: customer, priceId, metadata }, `subscription:${id}`),
  ).catch((error: unknown) => forget(ctx, id, error));
  await stage(ctx, async (unit) => {
    const tx = await unit.tx();
    await tx
      .update(subscriptions)
      .set({
        stripeSubscriptionId: made.id,
        status: made.status,
        periodStart: made.periodStart,
        periodEnd: made.periodEnd,
      })
      .where(and(eq(subscriptions.tenantId, ctx.tenant.id), eq(subscriptions.id, id)));
    await reviveStripeEvents(unit, [made.id]);
  });
  return {
    clientSecret: secretOf(made),
    paymentIntentId: null,
    subscriptionId: made.id,
    customerId: customer,
    publishableKey: config.publishableKey,
  };
}

/** The provider refuses: nothing has begun. */
async function forget(ctx: Ctx, id: string, error: unknown): Promise<never> {
  if (error instanceof AppError && error.code === 'PAYMENT_FAILED')
    await stage(ctx, async (unit) => {
      const tx = await unit.tx();
      await tx
        .update(subscriptions)
        .set({ status: 'incomplete_expired', canceledAt: toDate(ctx.now) })
        .where(and(eq(subscriptions.tenantId, ctx.tenant.id), eq(subscriptions.id, id)));
      unit.record({
        verb: 'subscription.canceled',
        subject: { type: 'subscription', id },
        after: { status: 'incomplete_expired' },
        reason: error.message,
      });
    });
  throw error;
}

/**
 * As `createIntent`, for a payer who is named, who keeps the card, or who subscribes. Who is signed in is always their
 * own customer; anybody else is a new one, whatever address they write. Source: studio specification §3.7.
 */
export const createIntentEnhanced = staged({
  name: 'payments.createIntentEnhanced',
  permission: 'public',
  input,
  async run(ctx: Ctx, asked): Promise<EnhancedIntentView> {
    const own = await ownCustomer(ctx);
    const payer = { email: asked.customerEmail ?? undefined, name: asked.customerName ?? undefined };
    if (asked.subscriptionPriceId) return subscribe(ctx, { own, payer, priceId: asked.subscriptionPriceId });
    const named = payer.email !== undefined || payer.name !== undefined;
    const usage = asked.savePaymentMethod ? 'off_session' : asked.setupFutureUsage;
    const keyed = { route: 'create-intent-enhanced', key: asked.idempotencyKey, asked };
    const row = await oncePerKey(ctx, keyed, () => ({
      purpose: 'intent',
      amountMinor: asked.amount ?? 0,
      currency: asked.currency ?? DEFAULT_CURRENCY,
      metadata: {},
      request: {
        customerId: own ?? undefined,
        newCustomer: !own && named ? payer : undefined,
        description: asked.description ?? undefined,
        receiptEmail: payer.email,
        setupFutureUsage: usage ?? undefined,
        cardOnly: asked.paymentMethodTypes ? true : undefined,
      },
    }));
    const { payment } = await askForIntent(ctx, row);
    return {
      clientSecret: secretOf(payment),
      paymentIntentId: payment.id,
      subscriptionId: null,
      customerId: payment.customerId,
      publishableKey: ctx.services.config.publishableKey,
    };
  },
});
