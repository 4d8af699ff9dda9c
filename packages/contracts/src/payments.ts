/** What became of an event of the payment provider; `unmatched` ones lead to nothing that we know of yet. */
export const STRIPE_EVENT_STATUSES = ['processed', 'failed', 'unmatched'] as const;
export type StripeEventStatus = (typeof STRIPE_EVENT_STATUSES)[number];

/** What a payment is for; a `refund` is money given back and counts negative. */
export const PAYMENT_PURPOSES = [
  'invoice',
  'order',
  'setup_fee',
  'weekly',
  'refund',
  'intent',
  'item',
  'guest',
] as const;
export type PaymentPurpose = (typeof PAYMENT_PURPOSES)[number];

/** Only what has succeeded is money; what was reversed afterwards says so beside it. */
export const PAYMENT_STATUSES = ['pending', 'succeeded', 'failed'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const ORDER_STATUSES = ['pending', 'paid', 'expired', 'failed', 'refunded'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What an order buys: the deposit of a service, or a place in a training programme. */
export const ORDER_PURCHASES = ['deposit', 'enrollment'] as const;
export type OrderPurchase = (typeof ORDER_PURCHASES)[number];

export interface PaymentView {
  id: string;
  purpose: PaymentPurpose;
  status: PaymentStatus;
  stripePaymentIntentId: string | null;
  amountCents: number;
  feeCents: number | null;
  payoutCents: number | null;
  currency: string;
  userId: string | null;
  /** Who paid, as far as they are known. */
  payer: string | null;
  invoiceId: string | null;
  /** What it pays; `series` says where the invoice is kept. */
  invoice: { number: string | null; series: string } | null;
  itemId: string | null;
  item: string | null;
  /** Given back of it so far. */
  refundedCents: number;
  errorMessage: string | null;
  /** Another amount arrived than was asked for: somebody must look at it. */
  mismatch: boolean;
  paidAt: string | null;
  createdAt: string;
  abilities: { refund: boolean };
}

export interface PaymentDetail extends PaymentView {
  stripeSessionId: string | null;
  /** The provider's word for where it stands. */
  stripeStatus: string | null;
  /** What the caller wrote beside it. */
  metadata: Record<string, string>;
}

export interface SubscriptionView {
  id: string;
  userId: string | null;
  /** Null for who is not known by name. */
  payer: string | null;
  stripeSubscriptionId: string | null;
  status: string;
  cancelAtPeriodEnd: boolean;
  periodEnd: string | null;
}

/** What stands on a payment of which another amount arrived than was asked for. */
export const PAYMENT_MISMATCH = 'The amount received is not the amount that was asked for';
