import type { ErrorCode, FieldError } from '@officina/contracts/errors';
import type { AppError } from '../../../kernel/errors.ts';
import type { Dialect } from '../../dialect.ts';
import { COMMON_STATUS } from '../../statuses.ts';

/** The contract knows 200, 201, 400, 401, 403, 404, 429 and 500 only (405 for a known path's other methods). */
const STATUS: Partial<Record<ErrorCode, number>> = {
  ...COMMON_STATUS,
  INVALID_CREDENTIALS: 401,
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
