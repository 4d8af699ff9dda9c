import type Stripe from 'stripe';
import { noSuch } from './stripe-error.ts';

/** What a checkout will make of its payment; Stripe keeps it to itself. */
export interface CheckoutPlan {
  id: string;
  object: 'sandbox.checkout_plan';
  intent: {
    metadata: Record<string, string>;
    description: string | null;
    setupFutureUsage: 'on_session' | 'off_session' | null;
  };
  subscription: { metadata: Record<string, string>; description: string | null; trialDays: number | null };
}

/** Where a hosted page sends the browser afterwards, of objects that do not say so themselves. */
export interface WayBack {
  id: string;
  object: 'sandbox.way_back';
  url: string;
}

/** What is kept, by the word that Stripe has in `object`. */
export interface Kinds {
  'billing_portal.session': Stripe.BillingPortal.Session;
  charge: Stripe.Charge;
  'checkout.session': Stripe.Checkout.Session;
  customer: Stripe.Customer;
  dispute: Stripe.Dispute;
  event: Stripe.Event;
  'identity.verification_session': Stripe.Identity.VerificationSession;
  invoice: Stripe.Invoice;
  invoiceitem: Stripe.InvoiceItem;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  price: Stripe.Price;
  product: Stripe.Product;
  refund: Stripe.Refund;
  'sandbox.checkout_plan': CheckoutPlan;
  'sandbox.way_back': WayBack;
  subscription: Stripe.Subscription;
  subscription_schedule: Stripe.SubscriptionSchedule;
  'test_helpers.test_clock': Stripe.TestHelpers.TestClock;
}
export type Kind = keyof Kinds;
export type AnyObject = Kinds[Kind];

/** Everything that Stripe would have in its database, in memory, in the order in which it was made. */
export class Store {
  readonly #byId = new Map<string, AnyObject>();
  #onChange: () => void = () => {};

  load(objects: readonly AnyObject[]): void {
    for (const object of objects) this.#byId.set(object.id, object);
  }

  onChange(listener: () => void): void {
    this.#onChange = listener;
  }

  put<T extends AnyObject>(object: T): T {
    this.#byId.set(object.id, object);
    this.#onChange();
    return object;
  }

  changed(): void {
    this.#onChange();
  }

  find<K extends Kind>(kind: K, id: string): Kinds[K] | null {
    const object = this.#byId.get(id);
    return object?.object === kind ? (object as Kinds[K]) : null;
  }

  any(id: string): AnyObject | null {
    return this.#byId.get(id) ?? null;
  }

  /** Throws Stripe's resource_missing: 404 for the object of a path, 400 for one that a parameter names. */
  get<K extends Kind>(kind: K, id: string, param?: string): Kinds[K] {
    const object = this.find(kind, id);
    if (!object)
      throw noSuch(kind.replace('checkout.session', 'checkout session'), id, param, param ? 400 : 404);
    return object;
  }

  /** Oldest first. */
  all<K extends Kind>(kind: K): Kinds[K][] {
    return [...this.#byId.values()].filter((object): object is Kinds[K] => object.object === kind);
  }

  remove(id: string): void {
    this.#byId.delete(id);
    this.#onChange();
  }

  everything(): AnyObject[] {
    return [...this.#byId.values()];
  }
}
