import type { ErrorCode } from '@officina/contracts/errors';
import { z } from 'zod';
import { startCheckout } from '../../../domains/payments/orders/start-checkout.ts';
import type { Failures } from '../../dialect.ts';
import { row } from '../../row.ts';
import { okay } from './wire.ts';

/** Everything else is an invalid payload. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  TENANT_MISMATCH: 403,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMIT_EXCEEDED: 429,
  SERVICE_UNAVAILABLE: 500,
  INTERNAL_ERROR: 500,
};

const failures: Failures = {
  failure: ({ code }) => ({ status: STATUS[code] ?? 400, body: { ok: false } }),
  errorSchema: { type: 'object', required: ['ok'], properties: { ok: { const: false } } },
};

export const checkoutRows = [
  row({
    method: 'POST',
    path: '/checkout',
    summary: 'Go on with a service: to its request form, or to the page where its deposit is paid',
    tag: 'Checkout',
    operation: startCheckout,
    body: startCheckout.input,
    answer: 'data',
    present: ({ redirectUrl }) => ({ data: undefined, beside: { redirectUrl } }),
    response: okay({ redirectUrl: z.string().min(1) }),
    failures,
    anyOrigin: true,
  }),
];
