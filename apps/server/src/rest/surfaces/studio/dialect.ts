import { ERROR_MESSAGES, type ErrorCode, type FieldError } from '@officina/contracts/errors';
import type { AppError } from '../../../kernel/errors.ts';
import type { Dialect, Failures } from '../../dialect.ts';
import { COMMON_STATUS } from '../../statuses.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  ...COMMON_STATUS,
  INVALID_CREDENTIALS: 401,
  PASSKEY_REJECTED: 401,
  INVALID_BACKUP_CODE: 401,
  CARD_DECLINED: 402,
  CONFLICT: 409,
  VERSION_CONFLICT: 409,
  EMAIL_EXISTS: 409,
  ALREADY_VERIFIED: 409,
  PASSKEY_EXISTS: 409,
  LAST_CREDENTIAL: 409,
  ALREADY_GRANTED: 409,
  LAST_OWNER: 409,
  PRICE_MISMATCH: 409,
  ALREADY_PAID: 409,
  NOT_PAYABLE: 409,
  SESSION_TAKEN: 409,
  WEBHOOK_LIMIT: 409,
  IDEMPOTENCY_MISMATCH: 409,
  PAYLOAD_TOO_LARGE: 413,
};

/** What this surface says where an error brings no words of its own. */
const WORDS: Partial<Record<ErrorCode, string>> = {
  UNAUTHORIZED: 'Authentication required',
  FORBIDDEN: 'Insufficient permissions',
  INVALID_TOKEN: 'Invalid or expired token',
};

/** Codes that the contract's callers know under another name. */
const CODES: Partial<Record<ErrorCode, string>> = {
  RATE_LIMIT_EXCEEDED: 'RATE_LIMITED',
  SERVICE_UNAVAILABLE: 'INTERNAL_ERROR',
};

function textOf({ code, message }: AppError, words: Partial<Record<ErrorCode, string>>): string {
  if (code === 'SERVICE_UNAVAILABLE') return ERROR_MESSAGES.INTERNAL_ERROR;
  return message === ERROR_MESSAGES[code] ? (words[code] ?? WORDS[code] ?? message) : message;
}

/** `[{field, message}]` where the error names fields; nothing else of it is told. */
function detailsOf({ details }: AppError): FieldError[] | null {
  if (!Array.isArray(details)) return null;
  return (details as FieldError[]).map(({ field, message }) => ({ field, message }));
}

interface Differences {
  /** Texts, headers and statuses of codes where rows say otherwise than the surface. */
  words?: Partial<Record<ErrorCode, string>>;
  headers?: Partial<Record<ErrorCode, Record<string, string>>>;
  statuses?: Partial<Record<ErrorCode, number>>;
}

/** The error body `{error, code, details?}`; rows may give texts and headers of their own. */
export const studioFailures = ({ words = {}, headers = {}, statuses = {} }: Differences = {}): Failures => ({
  failure(error) {
    const details = detailsOf(error);
    return {
      status: statuses[error.code] ?? STATUS[error.code] ?? 400,
      headers: headers[error.code],
      body: {
        error: textOf(error, words),
        code: CODES[error.code] ?? error.code,
        ...(details && { details }),
      },
    };
  },
  errorSchema: {
    type: 'object',
    required: ['error', 'code'],
    properties: {
      error: { type: 'string' },
      code: { type: 'string' },
      details: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'message'],
          properties: { field: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  },
});

/** Of the paths that take a key: why one does not count is not told. */
export const keyFailures = studioFailures({
  words: { UNAUTHORIZED: 'Invalid API key' },
  headers: { UNAUTHORIZED: { 'www-authenticate': 'Bearer' } },
});

export const studioDialect: Dialect = {
  name: 'studio',
  title: 'Officina: studio',
  description: 'API keys, clients, projects, invoices, payments and identity of freelancers and agencies.',
  success: (data, beside) => ({ success: true, ...(data as object | undefined), ...beside }),
  ...studioFailures(),
};
