import type { ErrorCode, FieldError } from '@officina/contracts/errors';
import type { AppError } from '../../../kernel/errors.ts';
import type { Dialect } from '../../dialect.ts';

/** The contract knows 200, 201, 400, 401, 403, 404, 429 and 500 only (405 for a known path's other methods). */
const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHORIZED: 401,
  INVALID_CREDENTIALS: 401,
  FORBIDDEN: 403,
  EMAIL_NOT_VERIFIED: 403,
  STEP_UP_REQUIRED: 403,
  SSO_REQUIRED: 403,
  ORIGIN_MISMATCH: 403,
  TENANT_MISMATCH: 403,
  PLAN_LIMIT_REACHED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  RATE_LIMIT_EXCEEDED: 429,
  SERVICE_UNAVAILABLE: 500,
  INTERNAL_ERROR: 500,
};

/** The contract names a faulty field, not the part of the request in which it stood. */
const detailsOf = ({ code, details }: AppError): unknown =>
  code === 'VALIDATION_ERROR' && Array.isArray(details)
    ? (details as FieldError[]).map(({ field, message }) => ({ field, message }))
    : details;

export const garageDialect: Dialect = {
  name: 'garage',
  title: 'Officina: garage',
  description: 'Customers, vehicles, quotes, invoices, tasks, activities and reports of a garage.',
  success: (data, beside) => ({ success: true, data, ...beside }),
  failure: (error) => ({
    status: STATUS[error.code] ?? 400,
    body: {
      success: false,
      error: error.message,
      code: error.code,
      ...(error.details !== undefined && { details: detailsOf(error) }),
    },
  }),
  errorSchema: {
    type: 'object',
    required: ['success', 'error', 'code'],
    properties: {
      success: { const: false },
      error: { type: 'string' },
      code: { type: 'string' },
      details: {},
    },
  },
};
