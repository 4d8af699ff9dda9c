import { describe, expect, it } from 'vitest';
import { AppError, invalid, notFound } from '../../../kernel/errors.ts';
import { studioFailures } from './dialect.ts';

const { failure } = studioFailures();
const told = (error: AppError) => {
  const { status, body } = failure(error, 'request');
  return [status, body];
};

describe('how the studio tells errors', () => {
  it('gives a text and a code, and nothing else', () => {
    expect(told(new AppError('UNAUTHORIZED'))).toEqual([
      401,
      { error: 'Authentication required', code: 'UNAUTHORIZED' },
    ]);
    expect(told(new AppError('FORBIDDEN', undefined, { permission: 'keys.manage' }))).toEqual([
      403,
      { error: 'Insufficient permissions', code: 'FORBIDDEN' },
    ]);
    expect(told(notFound('Webhook'))).toEqual([404, { error: 'Webhook not found', code: 'NOT_FOUND' }]);
    expect(told(new AppError('SERVICE_UNAVAILABLE', 'the database is gone'))).toEqual([
      500,
      { error: 'Internal server error', code: 'INTERNAL_ERROR' },
    ]);
    expect(told(new AppError('RATE_LIMIT_EXCEEDED', undefined, { limit: 1 }))).toEqual([
      429,
      { error: 'Rate limit exceeded', code: 'RATE_LIMITED' },
    ]);
  });

  it('names every faulty field', () => {
    expect(told(invalid({ field: 'items.0.quantity', message: 'Required', in: 'body' }))).toEqual([
      400,
      {
        error: 'Validation error',
        code: 'VALIDATION_ERROR',
        details: [{ field: 'items.0.quantity', message: 'Required' }],
      },
    ]);
  });
});
