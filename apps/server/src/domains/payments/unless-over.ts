import { PaymentRefused } from '../../kernel/payment-errors.ts';

/** Closes something at the provider. What is over there already stays as it is: its events tell. */
export async function unlessOver(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error;
  }
}
