import { mutation, query, router } from '../../kernel/trpc.ts';
import { getPayment } from './get-payment.ts';
import { listPayments } from './list-payments.ts';
import { listStripeEvents } from './list-stripe-events.ts';
import { listSubscriptions } from './list-subscriptions.ts';
import { listOrders } from './orders/list-orders.ts';
import { readReceipt } from './orders/read-receipt.ts';
import { startCheckout } from './orders/start-checkout.ts';
import { refundPayment } from './refunds/refund-payment.ts';
import { retryStripeEvent } from './retry-stripe-event.ts';

export const paymentsRouter = router({
  checkout: mutation(startCheckout),
  events: query(listStripeEvents),
  get: query(getPayment),
  list: query(listPayments),
  orders: query(listOrders),
  refund: mutation(refundPayment),
  receipt: query(readReceipt),
  retryEvent: mutation(retryStripeEvent),
  subscriptions: query(listSubscriptions),
});
