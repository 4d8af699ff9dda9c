import { AppError } from '../../../kernel/errors.ts';
import { PaymentRefused, PaymentsUnavailable } from '../../../kernel/payment-errors.ts';

/** Asks the provider for a payer: what it refuses is PAYMENT_FAILED in its words. Never inside a transaction. */
export async function askForPayment<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof PaymentRefused) throw new AppError('PAYMENT_FAILED', error.message);
    if (error instanceof PaymentsUnavailable) throw new AppError('SERVICE_UNAVAILABLE');
    throw error;
  }
}
