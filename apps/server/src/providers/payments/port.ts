/** Minor units and an ISO currency in any case; the provider's answers are in lower case. */
export interface Amount {
  amountMinor: number;
  currency: string;
}

export type Metadata = Record<string, string>;

/** What is bought: an amount under a name, or a price that the provider knows by id. */
export type CheckoutLine =
  | ({ name: string; description?: string; quantity?: number } & Amount)
  | { priceId: string; quantity?: number };

export interface NewCheckout {
  mode: 'payment' | 'subscription';
  lines: readonly CheckoutLine[];
  customerId?: string;
  /** Of a payer who is no customer yet. */
  email?: string;
  /** `{CHECKOUT_SESSION_ID}` in it becomes the session's id. */
  successUrl: string;
  cancelUrl: string;
  /** Our own id of what is bought. */
  reference: string;
  metadata: Metadata;
  /** Put on the payment or the subscription that comes of it, too. */
  resultMetadata?: Metadata;
  /** Keep the card, so that it can be charged when its holder is not there. */
  keepCard?: boolean;
  expiresAt?: Date;
}

export interface Checkout {
  id: string;
  status: 'open' | 'complete' | 'expired';
  paymentStatus: 'paid' | 'unpaid' | 'no_payment_required';
  /** The hosted page; null once it is closed. */
  url: string | null;
  amountMinor: number | null;
  currency: string | null;
  customerId: string | null;
  paymentIntentId: string | null;
  subscriptionId: string | null;
  expiresAt: Date;
}

export type PaymentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'requires_capture'
  | 'processing'
  | 'succeeded'
  | 'canceled';

export interface NewPayment extends Amount {
  customerId?: string;
  description?: string;
  receiptEmail?: string;
  metadata: Metadata;
  setupFutureUsage?: 'on_session' | 'off_session';
  /** No other way to pay than by card (of which wallets hold one). */
  cardOnly?: boolean;
  /** Charged at once with this method; a refusal throws. */
  paymentMethodId?: string;
  /** Where the card holder's bank sends them back to. */
  returnUrl?: string;
}

export interface Payment extends Amount {
  id: string;
  status: PaymentStatus;
  /** With it the payer's browser pays, and learns how it went. */
  clientSecret: string | null;
  amountReceivedMinor: number;
  customerId: string | null;
  receiptUrl: string | null;
  /** Where the card holder's bank asks for them, while `requires_action`. */
  actionUrl: string | null;
  /** Of the last refusal. */
  error: string | null;
}

export interface Customer {
  id: string;
  email: string | null;
  name: string | null;
}

export interface Refund extends Amount {
  id: string;
  status: string;
}

export interface Subscription {
  id: string;
  customerId: string;
  status: string;
  priceId: string | null;
  periodStart: Date;
  periodEnd: Date;
  cancelAtPeriodEnd: boolean;
  /** With it the payer's browser makes the first payment of an incomplete one. */
  clientSecret: string | null;
}

/** Equal amounts, week after week. */
export interface PlanPhase extends Amount {
  weeks: number;
}

export interface NewPlan {
  customerId: string;
  name: string;
  start: Date;
  phases: readonly PlanPhase[];
  metadata: Metadata;
}

export interface Plan {
  id: string;
  /** Null until it begins. */
  subscriptionId: string | null;
  status: string;
}

export interface Verification {
  id: string;
  status: 'requires_input' | 'processing' | 'verified' | 'canceled';
  /** The hosted page; null once it is closed. */
  url: string | null;
  /** Why the last try failed. */
  reason: string | null;
}

/** Something that happened at the provider, as its webhooks tell it. */
export interface ProviderEvent {
  id: string;
  type: string;
  created: Date;
  /** The whole event, as it was sent. */
  payload: Record<string, unknown>;
}

/**
 * Takes money. Every call that makes something takes a key of ours: the same key again gives what the first call made.
 * Calls throw PaymentRefused or PaymentsUnavailable. Never called inside a transaction.
 */
export interface PaymentsPort {
  /** Where the money is: nowhere, in the sandbox, or at Stripe. */
  readonly mode: 'off' | 'sandbox' | 'live';
  createCustomer(
    facts: { email?: string; name?: string; metadata: Metadata },
    key: string,
  ): Promise<Customer>;
  openCheckout(facts: NewCheckout, key: string): Promise<Checkout>;
  /** Null when there is none. */
  findCheckout(id: string): Promise<Checkout | null>;
  /** Closes an open checkout; one that is closed already stays as it is. */
  expireCheckout(id: string): Promise<void>;
  createPayment(facts: NewPayment, key: string): Promise<Payment>;
  findPayment(id: string): Promise<Payment | null>;
  cancelPayment(id: string): Promise<Payment>;
  /** All that is left when no amount is named. */
  refund(
    paymentId: string,
    facts: { amountMinor?: number; metadata: Metadata },
    key: string,
  ): Promise<Refund>;
  /**
   * Incomplete until its first payment is made with the client secret; with a method, which the customer keeps, paid at
   * once, or refused.
   */
  createSubscription(
    facts: { customerId: string; priceId: string; metadata: Metadata; paymentMethodId?: string },
    key: string,
  ): Promise<Subscription>;
  findSubscription(id: string): Promise<Subscription | null>;
  cancelSubscription(id: string, when: 'now' | 'period_end'): Promise<Subscription>;
  /** Weekly payments that begin and end by themselves, with the customer's kept card. */
  schedulePlan(facts: NewPlan, key: string): Promise<Plan>;
  cancelPlan(id: string): Promise<Plan>;
  /** Asks for an open invoice to be paid with the customer's kept card. */
  payInvoice(id: string): Promise<{ id: string; status: string }>;
  openBillingPortal(customerId: string, returnUrl: string): Promise<{ url: string }>;
  startVerification(facts: { metadata: Metadata; returnUrl: string }, key: string): Promise<Verification>;
  findVerification(id: string): Promise<Verification | null>;
  /** Events since a moment, oldest first, for whoever may have missed some. */
  eventsSince(moment: Date, types: readonly string[]): Promise<ProviderEvent[]>;
}
