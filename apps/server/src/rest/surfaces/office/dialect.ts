import { ERROR_MESSAGES, type ErrorCode, type FieldError } from '@officina/contracts/errors';
import type { AppError } from '../../../kernel/errors.ts';
import type { Dialect } from '../../dialect.ts';
import { COMMON_STATUS } from '../../statuses.ts';

/** The contract knows 200, 201, 400, 401, 403, 404 and 409; the specification adds 405, 429 and 500. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  ...COMMON_STATUS,
  INVALID_CREDENTIALS: 401,
  CONFLICT: 409,
  VERSION_CONFLICT: 409,
};

/** What this surface says where an error brings no words of its own. */
const WORDS: Partial<Record<ErrorCode, string>> = {
  FORBIDDEN: 'Insufficient permissions',
  TENANT_MISMATCH: 'Tenant mismatch',
  NOT_FOUND: 'Not Found',
  METHOD_NOT_ALLOWED: 'Method Not Allowed',
  FILE_TOO_LARGE: 'File is too large',
  RATE_LIMIT_EXCEEDED: 'Too Many Requests',
  INTERNAL_ERROR: 'Internal Server Error',
  SERVICE_UNAVAILABLE: 'Internal Server Error',
};

const wordsOf = ({ code, message }: AppError): string =>
  message === ERROR_MESSAGES[code] ? (WORDS[code] ?? message) : message;

interface Fault {
  type: string;
  loc: string[];
  msg: string;
}

/** The faulty places of an unreadable request, or null for any other error. */
function faultsOf(error: AppError): Fault[] | null {
  if (error.code === 'INVALID_JSON') return [{ type: 'json_invalid', loc: ['body'], msg: error.message }];
  if (error.code === 'PAYLOAD_TOO_LARGE') return [{ type: 'too_large', loc: ['body'], msg: error.message }];
  if (error.code !== 'VALIDATION_ERROR') return null;
  return (error.details as FieldError[]).map(({ field, message, in: place = 'body' }) => ({
    type: message === 'Required' ? 'missing' : 'value_error',
    // A fault of the whole input is named `body`, whatever part of the request it was.
    loc: field === 'body' ? [place] : [place, ...field.split('.')],
    msg: message,
  }));
}

export const officeDialect: Dialect = {
  name: 'office',
  title: 'Officina: advisory office',
  description: 'Clients, binders, charges and permanent documents of an advisory office.',
  credential: 'bearer',
  onlyJson: true,
  success: (data) => data,
  failure(error, requestId) {
    const status = STATUS[error.code] ?? 400;
    const faults = faultsOf(error);
    const detail = faults ? 'Invalid request data' : wordsOf(error);
    const type = faults ? 'validation_error' : status === 500 ? 'server_error' : 'http_error';
    return {
      status,
      ...(status === 401 && { headers: { 'www-authenticate': 'Bearer' } }),
      body: {
        detail: faults ?? detail,
        error: { type, detail, status_code: status, request_id: requestId },
      },
    };
  },
  errorSchema: {
    type: 'object',
    required: ['detail', 'error'],
    properties: {
      detail: {},
      error: {
        type: 'object',
        required: ['type', 'detail', 'status_code', 'request_id'],
        properties: {
          type: { enum: ['http_error', 'validation_error', 'server_error'] },
          detail: { type: 'string' },
          status_code: { type: 'integer' },
          request_id: { type: 'string' },
        },
      },
    },
  },
};
