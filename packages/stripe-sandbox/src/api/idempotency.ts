import { StripeError } from '../stripe-error.ts';

interface Kept {
  request: string;
  status: number;
  body: string;
  until: number;
}

const KEPT_MS = 24 * 3_600_000;
const MOST = 10_000;

/** Answers of writes by `Idempotency-Key`, for a day. Requests are carried out one at a time, so none overlap. */
export class IdempotencyKeys {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The answer that this key got before. Throws when it came with another request. */
  find(key: string, request: string): { status: number; body: string } | null {
    if (key.length > 255)
      throw new StripeError(400, {
        type: 'invalid_request_error',
        message: 'Idempotency keys have at most 255 characters.',
      });
    const kept = this.#kept.get(key);
    if (!kept || kept.until < this.#now()) return null;
    if (kept.request !== request)
      throw new StripeError(400, {
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      });
    return kept;
  }

  keep(key: string, request: string, status: number, body: string): void {
    if (this.#kept.size >= MOST) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    this.#kept.set(key, { request, status, body, until: this.#now() + KEPT_MS });
  }

  dump(): [string, Kept][] {
    return [...this.#kept];
  }

  load(kept: readonly [string, Kept][]): void {
    for (const [key, value] of kept) this.#kept.set(key, value);
  }
}

export type KeptAnswers = ReturnType<IdempotencyKeys['dump']>;
