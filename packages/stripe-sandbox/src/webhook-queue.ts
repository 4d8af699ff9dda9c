import { signatureOf } from './signature.ts';
import type { Store } from './store.ts';

export interface WebhookEndpoint {
  url: string;
  secret: string;
  /** How requests are sent; the network's `fetch` when left out. */
  fetch?: (request: Request) => Promise<Response> | Response;
}

/** Between the tries of one delivery, in milliseconds; after the last one the event waits for `retry`. */
const PAUSES_MS = [2_000, 10_000, 60_000, 300_000, 1_800_000, 7_200_000];
const TIMEOUT_MS = 20_000;

/** Delivers events to the endpoints one after the other, and again with growing pauses until one answers 2xx. */
export class WebhookQueue {
  #endpoints: readonly WebhookEndpoint[];
  readonly #pauses: readonly number[];
  readonly #now: () => number;
  readonly #timers = new Set<NodeJS.Timeout>();
  #working: Promise<void> = Promise.resolve();
  #stopped = false;
  #store: Store | null = null;

  constructor(
    endpoints: readonly WebhookEndpoint[],
    now: () => number,
    pauses: readonly number[] = PAUSES_MS,
  ) {
    this.#endpoints = endpoints;
    this.#now = now;
    this.#pauses = pauses;
  }

  get endpoints(): number {
    return this.#endpoints.length;
  }

  /** Starts over a store; what a former process did not get rid of is sent. */
  attach(store: Store): void {
    this.#store = store;
    for (const event of store.all('event')) if (event.pending_webhooks > 0) this.send(event.id);
  }

  send(eventId: string): void {
    for (const endpoint of this.#endpoints) this.#enqueue(eventId, endpoint, 0);
  }

  /** Resolves once nothing is being sent; deliveries that wait for their next try do not count. */
  async settled(): Promise<void> {
    for (let seen: unknown; seen !== this.#working; ) {
      seen = this.#working;
      await this.#working;
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.settled();
  }

  #enqueue(eventId: string, endpoint: WebhookEndpoint, attempt: number): void {
    this.#working = this.#working.then(async () => {
      if (this.#stopped) return;
      // The request that made the event is answered first, as a rule.
      await new Promise((resolve) => setImmediate(resolve));
      if (await this.#deliver(eventId, endpoint)) return;
      const pause = this.#pauses[attempt];
      if (pause === undefined || this.#stopped) return;
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#enqueue(eventId, endpoint, attempt + 1);
      }, pause);
      timer.unref();
      this.#timers.add(timer);
    });
  }

  async #deliver(eventId: string, { url, secret, fetch: send = fetch }: WebhookEndpoint): Promise<boolean> {
    const event = this.#store?.find('event', eventId);
    if (!event) return true;
    const body = JSON.stringify(event);
    const signature = signatureOf(body, secret, Math.floor(this.#now() / 1000));
    try {
      const answer = await send(
        new Request(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
            'stripe-signature': signature,
          },
          body,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        }),
      );
      await answer.arrayBuffer();
      if (!answer.ok) return false;
    } catch {
      return false;
    }
    event.pending_webhooks = Math.max(0, event.pending_webhooks - 1);
    this.#store?.changed();
    return true;
  }
}
