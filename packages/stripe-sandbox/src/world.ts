import type Stripe from 'stripe';
import { newId } from './ids.ts';
import type { AnyObject } from './store.ts';
import { Store } from './store.ts';
import type { WebhookQueue } from './webhook-queue.ts';

/** The API version whose shapes are served: that of the SDK we build on. */
export const API_VERSION = '2026-10-28.endive';

/** What resources, pages and billing work on. */
export class World {
  readonly store = new Store();
  /** What follows from a paid intent elsewhere: its invoice, its checkout. */
  readonly whenPaid: ((intent: Stripe.PaymentIntent) => void)[] = [];
  readonly whenInvoicePaid: ((invoice: Stripe.Invoice) => void)[] = [];
  /** Base of the hosted pages, without a trailing slash. */
  pagesUrl = '';
  readonly #now: () => number;
  readonly #webhooks: WebhookQueue;
  /** Set while what fell due earlier is caught up with. */
  #frozen: number | null = null;
  #request: Stripe.Event.Request | null = null;

  /** `now` in milliseconds. */
  constructor(now: () => number, webhooks: WebhookQueue) {
    this.#now = now;
    this.#webhooks = webhooks;
  }

  /** The present in seconds; of a test clock, where one is named. */
  now(clockId?: string | null): number {
    if (this.#frozen !== null) return this.#frozen;
    const clock = clockId ? this.store.find('test_helpers.test_clock', clockId) : null;
    return clock ? clock.frozen_time : Math.floor(this.#now() / 1000);
  }

  /** The present of a customer: that of its test clock, if it has one. */
  nowOf(customerId: unknown): number {
    const customer = typeof customerId === 'string' ? this.store.find('customer', customerId) : null;
    return this.now(clockOf(customer));
  }

  /** Does something as if it were `moment` (seconds). */
  at<T>(moment: number, run: () => T): T {
    const before = this.#frozen;
    this.#frozen = moment;
    try {
      return run();
    } finally {
      this.#frozen = before;
    }
  }

  /** Does something on behalf of an API request, which its events then name. */
  during<T>(request: Stripe.Event.Request, run: () => T): T {
    this.#request = request;
    try {
      return run();
    } finally {
      this.#request = null;
    }
  }

  /** Keeps an event with the object as it is now, and sends it to the webhooks. */
  emit(type: string, object: AnyObject, previous?: Record<string, unknown>): void {
    const event = {
      id: newId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: this.now(),
      data: { object: structuredClone(object), ...(previous && { previous_attributes: previous }) },
      livemode: false,
      pending_webhooks: this.#webhooks.endpoints,
      request: this.#request ?? { id: null, idempotency_key: null },
      type,
    } as unknown as Stripe.Event;
    this.store.put(event);
    this.#webhooks.send(event.id);
  }

  /** Sends an event once more, whether it arrived or not. */
  resend(event: Stripe.Event): void {
    event.pending_webhooks = this.#webhooks.endpoints;
    this.store.put(event);
    this.#webhooks.send(event.id);
  }
}

const clockOf = (customer: Stripe.Customer | null): string | null =>
  typeof customer?.test_clock === 'string' ? customer.test_clock : null;

/** The id of what may be expanded. */
export const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);
