import type { ErrorCode } from '@officina/contracts/errors';
import { receiveSignal } from '../../../domains/talent/receive-signal.ts';
import type { Failures } from '../../dialect.ts';
import { type RestRow, row } from '../../row.ts';
import { id, okay } from './wire.ts';

/** Everything else is an invalid form. */
const ANSWERS: Partial<Record<ErrorCode, readonly [status: number, key: string]>> = {
  TENANT_MISMATCH: [403, 'invalid'],
  PAYLOAD_TOO_LARGE: [413, 'invalid'],
  RATE_LIMIT_EXCEEDED: [429, 'rateLimit'],
  SERVICE_UNAVAILABLE: [503, 'unavailable'],
  INTERNAL_ERROR: [500, 'generic'],
};

const failures: Failures = {
  failure({ code }) {
    const [status, key] = ANSWERS[code] ?? [400, 'invalid'];
    return { status, body: { ok: false, messageKey: `partners.form.error.${key}` } };
  },
  errorSchema: {
    type: 'object',
    required: ['ok', 'messageKey'],
    properties: { ok: { const: false }, messageKey: { type: 'string' } },
  },
};

const ATTEMPTS = { bucket: 'partner-signal', limit: 6, windowSeconds: 600 };

export const partnerRows: RestRow[] = [
  row({
    method: 'POST',
    path: '/partners/signal',
    summary: 'An outside expert makes themselves known',
    tag: 'Partners',
    operation: receiveSignal,
    body: receiveSignal.input,
    answer: 'bare',
    present: ({ profileId }) => ({ data: { ok: true, profileId } }),
    response: okay({ profileId: id }),
    failures,
    attempts: ATTEMPTS,
    anyOrigin: true,
  }),
];
