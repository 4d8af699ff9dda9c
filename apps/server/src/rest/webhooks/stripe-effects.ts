// Each domain that acts on events of Stripe says so when it is loaded (`onStripeEvent`).
import '../../domains/engagements/billing/follow-payment.ts';
import '../../domains/payments/orders/follow-order.ts';
import '../../domains/payments/orders/follow-refund.ts';
import '../../domains/payments/follow-subscriptions.ts';
import '../../domains/payments/intents/follow-intents.ts';
import '../../domains/payments/invoices/follow-checkout.ts';
import '../../domains/payments/refunds/follow-refund.ts';
import '../../domains/shop/deliver-items.ts';
import '../../domains/shop/open-guest-access.ts';
import '../../domains/studio/invoices/follow-payments.ts';
import '../../domains/studio/invoices/follow-stripe-invoice.ts';
import '../../domains/tenancy/follow-plan.ts';
import '../../domains/training/billing/on-checkout.ts';
import '../../domains/training/billing/on-invoice.ts';
import '../../domains/training/billing/on-refund.ts';
import '../../domains/training/billing/on-subscription.ts';
import '../../domains/training/verification/on-identity.ts';
