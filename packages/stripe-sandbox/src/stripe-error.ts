/** What Stripe puts into `error`; `type` decides which class the SDK throws. */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: unknown;
}

/** An answer in the form in which Stripe refuses. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.name = 'StripeError';
    this.status = status;
    this.body = body;
  }
}

export const invalid = (message: string, param?: string, code?: string): StripeError =>
  new StripeError(400, { type: 'invalid_request_error', message, param, code });

export const missing = (param: string): StripeError =>
  invalid(`Missing required param: ${param}.`, param, 'parameter_missing');

/** `kind` as Stripe words it: `customer`, `payment_intent`, `checkout.session`. */
export const noSuch = (kind: string, id: string, param = 'id', status = 404): StripeError =>
  new StripeError(status, {
    type: 'invalid_request_error',
    message: `No such ${kind}: '${id}'`,
    param,
    code: 'resource_missing',
  });
