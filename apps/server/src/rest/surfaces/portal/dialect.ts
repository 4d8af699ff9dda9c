import { ERROR_MESSAGES, type ErrorCode } from '@officina/contracts/errors';
import type { AppError } from '../../../kernel/errors.ts';
import type { Dialect, Failures } from '../../dialect.ts';

/** Status and, where the error brings no words of its own, the text of a code. */
export type Answer = readonly [status: number, text?: string];
export type Answers = Partial<Record<ErrorCode, Answer>>;

const ANSWERS: Answers = {
  VALIDATION_ERROR: [400, 'Invalid payload'],
  INVALID_JSON: [400, 'Invalid payload'],
  UNAUTHORIZED: [401, 'Unauthorized'],
  INVALID_CREDENTIALS: [401, 'Unauthorized'],
  FORBIDDEN: [403, 'Forbidden'],
  EMAIL_NOT_VERIFIED: [403],
  STEP_UP_REQUIRED: [403],
  SSO_REQUIRED: [403],
  ORIGIN_MISMATCH: [403, 'Forbidden'],
  TENANT_MISMATCH: [403, 'Forbidden'],
  PLAN_LIMIT_REACHED: [403],
  NOT_FOUND: [404, 'Not found'],
  METHOD_NOT_ALLOWED: [405],
  PAYLOAD_TOO_LARGE: [413, 'Payload too large'],
  FILE_TOO_LARGE: [413, 'File too large'],
  INVALID_FILE_FORMAT: [415, 'Unsupported file type'],
  FILE_REQUIRED: [400, 'File is required'],
  RATE_LIMIT_EXCEEDED: [429, 'Too many requests'],
  SERVICE_UNAVAILABLE: [500],
  INTERNAL_ERROR: [500],
};

/** `Contact not found` and its like: which thing is missing, this surface does not tell. */
const NAMED_THING = / not found$/;

function textOf({ code, message }: AppError, text: string | undefined): string {
  const own = message !== ERROR_MESSAGES[code] && !(code === 'NOT_FOUND' && NAMED_THING.test(message));
  return own ? message : (text ?? ERROR_MESSAGES[code]);
}

/**
 * The surface's error bodies `{"error": text}`; a row gives `answers` of its own where the contract lists other
 * statuses for it, such as `{ NOT_FOUND: [400] }`. A text that the error brings (a named reason) is kept.
 */
export const portalFailures = (answers: Answers = {}): Failures => ({
  failure(error) {
    const [, usual] = ANSWERS[error.code] ?? [];
    const [status, text = usual] = answers[error.code] ?? ANSWERS[error.code] ?? [400];
    return { status, body: { error: textOf(error, text) } };
  },
  errorSchema: { type: 'object', required: ['error'], properties: { error: { type: 'string' } } },
});

/** 256 KiB: the longest JSON body of the surface. */
const LONGEST_BODY = 256 * 1024;

export const portalDialect: Dialect = {
  name: 'portal',
  title: 'Officina: client portal',
  description: 'Catalogue, inquiries, engagements, change requests and controlled edits of a consultancy.',
  bodyRequired: true,
  longestBody: LONGEST_BODY,
  cacheControl: 'no-store',
  success: (data, beside) => ({ ok: true, ...(data !== undefined && { item: data }), ...beside }),
  ...portalFailures(),
};
