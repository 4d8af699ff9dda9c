import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { PaymentRefused, PaymentsUnavailable } from '../../kernel/payment-errors.ts';

/** Asks the payment provider; whatever it says against it is STRIPE_ERROR to the caller, in these words. Never inside a transaction. */
export async function askStripe<T>(ctx: Ctx, words: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof PaymentRefused || error instanceof PaymentsUnavailable)) throw error;
    ctx.services.log.error({ err: error }, words);
    throw new AppError('STRIPE_ERROR', words);
  }
}
