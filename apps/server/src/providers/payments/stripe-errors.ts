import Stripe from 'stripe';
import { PaymentRefused, PaymentsUnavailable } from '../../kernel/payment-errors.ts';

/** Stripe's errors in the words of the port; whatever else is thrown stays as it is. */
export function translated(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const { message, code, decline_code: declineCode, payment_intent: intent } = error;
  if (error instanceof Stripe.errors.StripeCardError)
    return new PaymentRefused(message, { kind: 'declined', code, declineCode, paymentId: intent?.id });
  const invalid =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeIdempotencyError;
  if (invalid) return new PaymentRefused(message, { kind: 'invalid', code, paymentId: intent?.id });
  return new PaymentsUnavailable(message, { cause: error });
}

export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translated(error);
  }
}

/** As `asking`; null for what does not exist. */
export function finding<T>(call: () => Promise<T>): Promise<T | null> {
  return asking(async () => {
    try {
      return await call();
    } catch (error) {
      const missing =
        error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';
      if (missing) return null;
      throw error;
    }
  });
}
