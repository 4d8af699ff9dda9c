import type { ErrorCode, FieldError } from '@officina/contracts/errors';
import { z } from 'zod';
import { submitInquiry } from '../../../domains/engagements/inquiries/submit-inquiry.ts';
import type { AppError } from '../../../kernel/errors.ts';
import type { Failures } from '../../dialect.ts';
import { type RestRow, row } from '../../row.ts';
import { id } from './wire.ts';

/** The texts of each faulty field; a body that is none has no fields. */
function errorsOf({ code, details }: AppError): Record<string, string[]> {
  if (code !== 'VALIDATION_ERROR') return {};
  const errors: Record<string, string[]> = {};
  for (const { field, message } of details as FieldError[]) {
    const [name = ''] = field.split('.');
    if (name !== 'body') errors[name] = [...(errors[name] ?? []), message];
  }
  return errors;
}

/** What is not the body's fault; the contract gives these no fields. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  TENANT_MISMATCH: 403,
  PAYLOAD_TOO_LARGE: 413,
  SERVICE_UNAVAILABLE: 500,
  INTERNAL_ERROR: 500,
};

const failures: Failures = {
  failure(error) {
    if (error.code === 'RATE_LIMIT_EXCEEDED') return { status: 429, body: { ok: false } };
    const status = STATUS[error.code];
    if (status) return { status, body: { ok: false, success: false } };
    return { status: 400, body: { ok: false, success: false, errors: errorsOf(error) } };
  },
  errorSchema: {
    type: 'object',
    required: ['ok'],
    properties: {
      ok: { const: false },
      success: { const: false },
      errors: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    },
  },
};

/** The consultancy's inquiry. A body with `program` is another contract's inquiry on the same path. */
export const inquiryRows: RestRow[] = [
  row({
    method: 'POST',
    path: '/inquiry',
    summary: 'Ask for the scope of a service',
    tag: 'Inquiry',
    operation: submitInquiry,
    body: submitInquiry.input,
    status: 202,
    answer: 'bare',
    present: ({ id }) => ({ data: { ok: true, id, received: true } }),
    response: z.strictObject({ ok: z.literal(true), id, received: z.literal(true) }),
    failures,
    anyOrigin: true,
  }),
];
