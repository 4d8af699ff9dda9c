import { AppError } from '../../kernel/errors.ts';
import { PaymentRefused, PaymentsUnavailable } from '../../kernel/payment-errors.ts';

/** Asks the payment provider for somebody; what it says against it is said to them. Never inside a transaction. */
export async function askProvider<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof PaymentRefused) throw new AppError('BAD_REQUEST', error.message);
    if (error instanceof PaymentsUnavailable) throw new AppError('SERVICE_UNAVAILABLE');
    throw error;
  }
}
