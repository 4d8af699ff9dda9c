import { intentCreate as input } from '@officina/contracts/payment-intents-inputs';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { staged } from '../../../kernel/operation.ts';
import { askForIntent } from './ask-for-intent.ts';
import { ownCustomer } from './customer-of.ts';
import { oncePerKey } from './once-per-key.ts';

export interface IntentView {
  clientSecret: string;
  paymentIntentId: string;
  amount: number;
  /** Lower-case. */
  currency: string;
}

export const DEFAULT_CURRENCY = 'usd';

/** The secret with which the payer's browser pays. */
export function secretOf({ clientSecret }: { clientSecret: string | null }): string {
  if (!clientSecret) throw new AppError('SERVICE_UNAVAILABLE');
  return clientSecret;
}

/**
 * Asks the provider for a payment that the caller's page then makes. Whoever is signed in pays as their own customer;
 * nothing that the caller writes beside it credits anybody. Source: studio specification §3.7.
 */
export const createIntent = staged({
  name: 'payments.createIntent',
  permission: 'public',
  input,
  async run(ctx: Ctx, asked): Promise<IntentView> {
    const { amount, currency, metadata, customerId, description, idempotencyKey } = asked;
    const customer = await ownCustomer(ctx, customerId);
    const row = await oncePerKey(ctx, { route: 'create-intent', key: idempotencyKey, asked }, () => ({
      purpose: 'intent',
      amountMinor: amount,
      currency: currency ?? DEFAULT_CURRENCY,
      metadata: metadata ?? {},
      request: { customerId: customer ?? undefined, description: description ?? undefined },
    }));
    const { payment } = await askForIntent(ctx, row);
    return {
      clientSecret: secretOf(payment),
      paymentIntentId: payment.id,
      amount: row.amountMinor,
      currency: row.currency ?? DEFAULT_CURRENCY,
    };
  },
});
