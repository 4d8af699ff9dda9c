import type { OrderStatus, PaymentStatus, StripeEventStatus } from './payments.ts';

/** An order of a service's deposit, as staff follow it. */
export interface OrderView {
  id: string;
  status: OrderStatus;
  serviceSlug: string;
  amountCents: number;
  currency: string;
  stripeSessionId: string | null;
  stripePaymentIntentId: string | null;
  customer: { id: string; name: string; email: string | null } | null;
  /** Money received; what was given back of it is in `refundedCents`. */
  payments: {
    id: string;
    status: PaymentStatus;
    amountCents: number;
    currency: string;
    stripeEventId: string | null;
  }[];
  refundedCents: number;
  /** Path of the page on which the payer sees the receipt. */
  receiptPath: string;
  createdAt: string;
}

/** What the payer sees of their order. */
export interface ReceiptView {
  orderId: string;
  status: OrderStatus;
  seller: string;
  serviceSlug: string;
  /** As the catalogue calls it now, else the slug. */
  serviceTitle: string;
  amountCents: number;
  currency: string;
  refundedCents: number;
  /** The provider's id of the payment, once there is one. */
  paymentId: string | null;
  payer: { name: string; email: string | null } | null;
  paidAt: string | null;
  orderedAt: string;
}

/** An event of the payment provider in the log of admins. */
export interface StripeEventView {
  id: string;
  type: string;
  status: StripeEventStatus;
  /** Something of ours followed from it; else it is kept and there was nothing to do. */
  acted: boolean;
  /** Tries so far. */
  attempts: number;
  error: string | null;
  /** When it happened at the provider. */
  createdAt: string;
  receivedAt: string;
  processedAt: string | null;
  abilities: { retry: boolean };
}
