import { BRIEF_TOO_LONG } from '@officina/contracts/catalogue-inputs';
import type { FieldError } from '@officina/contracts/errors';
import { z } from 'zod';
import { recommendServices } from '../../../domains/catalogue/recommend-services.ts';
import type { AppError } from '../../../kernel/errors.ts';
import type { Failures } from '../../dialect.ts';
import { type RestRow, row } from '../../row.ts';
import { id } from './wire.ts';

type Key = 'invalid_payload' | 'brief_required' | 'brief_too_long' | 'rate_limited' | 'internal';
const MESSAGES: Partial<Record<Key, string>> = {
  brief_required: 'briefRequired',
  brief_too_long: 'briefTooLong',
};

/** The brief is judged before its signals; a body that is no object has none. */
function faultOf({ details }: AppError): Key {
  const faults = details as FieldError[];
  const brief = faults.find(({ field }) => field === 'brief');
  if (brief?.message === BRIEF_TOO_LONG) return 'brief_too_long';
  if (brief?.message === 'Required') return 'brief_required';
  const nothing = faults.some(
    ({ field, message }) => field === 'body' && message.startsWith('Invalid input'),
  );
  return nothing ? 'brief_required' : 'invalid_payload';
}

function answerOf(error: AppError): [status: number, key: Key] {
  switch (error.code) {
    case 'VALIDATION_ERROR':
      return [400, faultOf(error)];
    case 'PAYLOAD_TOO_LARGE':
      // Signals are short: what makes a body so large is its brief.
      return [400, 'brief_too_long'];
    case 'RATE_LIMIT_EXCEEDED':
      return [429, 'rate_limited'];
    case 'TENANT_MISMATCH':
      return [403, 'invalid_payload'];
    case 'INTERNAL_ERROR':
    case 'SERVICE_UNAVAILABLE':
      return [500, 'internal'];
    default:
      return [400, 'invalid_payload'];
  }
}

const failures: Failures = {
  failure(error) {
    const [status, errorKey] = answerOf(error);
    const messageKey = `marketplace.intake.error.${MESSAGES[errorKey] ?? 'generic'}`;
    return { status, body: { errorKey, messageKey } };
  },
  errorSchema: {
    type: 'object',
    required: ['errorKey', 'messageKey'],
    properties: { errorKey: { type: 'string' }, messageKey: { type: 'string' } },
  },
};

const words = z.array(z.string());
const answer = z.strictObject({
  summary: z.strictObject({
    text: z.string(),
    tags: words,
    urgency: z.enum(['low', 'medium', 'high']),
    constraints: words,
    context: words,
  }),
  recommendations: z.array(
    z.strictObject({
      serviceId: id,
      slug: z.string(),
      fit: z.enum(['high', 'medium', 'low']),
      confidence: z.number().min(0).max(1),
      reasons: words.min(1),
      nextAction: z.enum(['view', 'requestScope']),
    }),
  ),
  shortlistHint: z.strictObject({ max: z.literal(3) }),
});

export const marketplaceRows: RestRow[] = [
  row({
    method: 'POST',
    path: '/marketplace/intake',
    summary: 'The services nearest to a problem in the visitor’s own words',
    tag: 'Marketplace',
    operation: recommendServices,
    body: recommendServices.input,
    answer: 'bare',
    present: (data) => ({ data }),
    response: answer,
    failures,
    anyOrigin: true,
  }),
];
