import { ERROR_MESSAGES, type ErrorCode, type FieldError } from '@officina/contracts/errors';
import type { AppError } from '../../../kernel/errors.ts';
import type { Dialect, Failures } from '../../dialect.ts';

/** Status, and what callers know the code as where they know it under another name. */
interface Answer {
  status: number;
  code?: string;
  text?: string;
}

const as = (status: number) => (codes: readonly ErrorCode[]) =>
  codes.map((code) => [code, { status }] as const);

/** Why somebody may not do what they ask for: 403 everywhere but at the timeclock, where money is 402. */
export const DENIALS = [
  'NO_ENROLLMENT',
  'PAYMENT_REQUIRED',
  'PAYMENT_PENDING',
  'ORIENTATION_REQUIRED',
  'DOCUMENTS_REQUIRED',
  'ACTION_NOT_ALLOWED',
  'ENROLLMENT_COMPLETED',
  'ENROLLMENT_SUSPENDED',
  'START_DATE_MISSING',
  'START_DATE_NOT_REACHED',
  'PAYMENT_HOLD',
  'PAYMENT_PAST_DUE',
  'PARTNER_NOT_APPROVED',
  'APPRENTICE_MISMATCH',
  'PROGRAM_MISMATCH',
  'SITE_NOT_ALLOWED',
  'OUTSIDE_GEOFENCE',
  'WRONG_SHOP',
] as const satisfies readonly ErrorCode[];

const ANSWERS: Partial<Record<ErrorCode, Answer>> = {
  ...Object.fromEntries([
    ...as(403)(DENIALS),
    ...as(404)([
      'NOT_FOUND',
      'ENROLLMENT_NOT_FOUND',
      'ENTRY_NOT_FOUND',
      'SITE_NOT_FOUND',
      'USER_NOT_FOUND',
      'NO_BILLING_ACCOUNT',
    ]),
    ...as(409)([
      'CONFLICT',
      'VERSION_CONFLICT',
      'DUPLICATE_APPLICATION',
      'ENROLLMENT_EXISTS',
      'ALREADY_VERIFIED',
    ]),
    ...as(413)(['PAYLOAD_TOO_LARGE', 'FILE_TOO_LARGE']),
    ...as(500)(['STRIPE_ERROR', 'INTERNAL_ERROR']),
  ]),
  UNAUTHORIZED: { status: 401, text: 'Unauthorized' },
  INVALID_CREDENTIALS: { status: 401, code: 'UNAUTHORIZED', text: 'Unauthorized' },
  EMAIL_NOT_VERIFIED: { status: 403 },
  STEP_UP_REQUIRED: { status: 403 },
  SSO_REQUIRED: { status: 403 },
  FORBIDDEN: { status: 403 },
  ORIGIN_MISMATCH: { status: 403, code: 'FORBIDDEN' },
  TENANT_MISMATCH: { status: 403, code: 'FORBIDDEN' },
  METHOD_NOT_ALLOWED: { status: 405 },
  FILE_REQUIRED: { status: 400, code: 'NO_FILE', text: 'No file provided' },
  INVALID_FILE_FORMAT: { status: 415, code: 'UNSUPPORTED_TYPE', text: 'Unsupported file type' },
  RATE_LIMIT_EXCEEDED: { status: 429 },
  PROVISIONING_INCOMPLETE: { status: 503 },
  SERVICE_UNAVAILABLE: { status: 500, code: 'INTERNAL_ERROR', text: ERROR_MESSAGES.INTERNAL_ERROR },
};

/** Faulty fields by their dotted path: the first text of each. */
function fieldsOf(details: readonly FieldError[]): Record<string, string> {
  return Object.fromEntries([...details].reverse().map(({ field, message }) => [field, message]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands beside `error` and `code`: what the operation says, or the faulty fields. Limits and ids of ours do not. */
function besideOf({ code, details }: AppError): Record<string, unknown> {
  if (code === 'VALIDATION_ERROR') return { fields: fieldsOf(details as FieldError[]) };
  const own = !['FORBIDDEN', 'INTERNAL_ERROR', 'RATE_LIMIT_EXCEEDED', 'VERSION_CONFLICT'].includes(code);
  return own && isRecord(details) ? details : {};
}

interface Differences {
  statuses?: Partial<Record<ErrorCode, number>>;
  /** Texts where the error brings none of its own. */
  texts?: Partial<Record<ErrorCode, string>>;
  headers?: Partial<Record<ErrorCode, Record<string, string>>>;
  /** Keys that bodies of a status carry besides. */
  beside?: Partial<Record<number, Record<string, unknown>>>;
}

/** The error body `{error, code, …}`; rows name what they answer differently from the surface. */
export const academyFailures = ({
  statuses = {},
  texts = {},
  headers = {},
  beside = {},
}: Differences = {}): Failures => ({
  failure(error) {
    const usual = ANSWERS[error.code] ?? { status: 400 };
    const status = statuses[error.code] ?? usual.status;
    const plain = error.message === ERROR_MESSAGES[error.code] || usual.code === 'INTERNAL_ERROR';
    const text = plain ? (texts[error.code] ?? usual.text ?? error.message) : error.message;
    return {
      status,
      headers: headers[error.code],
      body: { error: text, code: usual.code ?? error.code, ...besideOf(error), ...beside[status] },
    };
  },
  errorSchema: {
    type: 'object',
    required: ['error', 'code'],
    properties: {
      error: { type: 'string' },
      code: { type: 'string' },
      fields: { type: 'object', additionalProperties: { type: 'string' } },
    },
  },
});

export const academyDialect: Dialect = {
  name: 'academy',
  title: 'Officina: academy',
  description:
    'Applications, enrolment, orientation, documents, timeclock and check-in of a training provider.',
  onlyObjects: true,
  longestBody: 256 * 1024,
  cacheControl: 'no-store',
  success: (data) => data,
  ...academyFailures({ headers: { PROVISIONING_INCOMPLETE: { 'retry-after': '30' } } }),
};
