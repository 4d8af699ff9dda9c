import { PaymentsUnavailable } from '../../kernel/payment-errors.ts';
import type { PaymentsPort } from './port.ts';

const refuse = (): Promise<never> => Promise.reject(new PaymentsUnavailable('Payments are switched off'));

/** No payments: whoever asks for one is told so. */
export const noPayments: PaymentsPort = {
  mode: 'off',
  createCustomer: refuse,
  openCheckout: refuse,
  findCheckout: refuse,
  expireCheckout: refuse,
  createPayment: refuse,
  findPayment: refuse,
  cancelPayment: refuse,
  refund: refuse,
  createSubscription: refuse,
  findSubscription: refuse,
  cancelSubscription: refuse,
  schedulePlan: refuse,
  cancelPlan: refuse,
  payInvoice: refuse,
  openBillingPortal: refuse,
  startVerification: refuse,
  findVerification: refuse,
  eventsSince: refuse,
};
