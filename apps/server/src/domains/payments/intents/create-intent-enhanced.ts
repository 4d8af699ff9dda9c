import { intentCreateEnhanced as input } from '@officina/contracts/payment-intents-inputs';
import type { Ctx } from '../../../kernel/context.ts';
import { staged } from '../../../kernel/operation.ts';
import { askForIntent } from './ask-for-intent.ts';
import { DEFAULT_CURRENCY, secretOf } from './create-intent.ts';
import { ownCustomer } from './customer-of.ts';
import { idPerKey, oncePerKey } from './once-per-key.ts';
import { subscribe } from './subscribe.ts';

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
    const keyed = { route: 'create-intent-enhanced', key: asked.idempotencyKey, asked };
    const { publishableKey } = ctx.services.config;
    const { subscriptionPriceId: priceId } = asked;
    if (priceId) {
      const id = await idPerKey(ctx, keyed);
      const made = await subscribe(ctx, { id, customerId: own, payer, priceId });
      return {
        clientSecret: secretOf(made),
        paymentIntentId: null,
        subscriptionId: made.id,
        customerId: made.customerId,
        publishableKey,
      };
    }
    const named = payer.email !== undefined || payer.name !== undefined;
    const usage = asked.savePaymentMethod ? 'off_session' : asked.setupFutureUsage;
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
      publishableKey,
    };
  },
});
