import type { Route } from './api/route.ts';
import { catalogueRoutes } from './resources/catalogue.ts';
import { checkoutRoutes } from './resources/checkout.ts';
import { customerRoutes } from './resources/customers.ts';
import { eventRoutes } from './resources/events.ts';
import { hostedRoutes } from './resources/hosted.ts';
import { invoiceRoutes } from './resources/invoices.ts';
import { paymentIntentRoutes } from './resources/payment-intents.ts';
import { paymentMethodRoutes } from './resources/payment-methods.ts';
import { refundRoutes } from './resources/refunds.ts';
import { scheduleRoutes } from './resources/schedules.ts';
import { subscriptionRoutes } from './resources/subscriptions.ts';
import { testClockRoutes } from './resources/test-clocks.ts';

/** All of Stripe's API that the sandbox knows. */
export const routes: readonly Route[] = [
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...catalogueRoutes,
  ...paymentIntentRoutes,
  ...refundRoutes,
  ...checkoutRoutes,
  ...subscriptionRoutes,
  ...scheduleRoutes,
  ...invoiceRoutes,
  ...hostedRoutes,
  ...eventRoutes,
  ...testClockRoutes,
];
