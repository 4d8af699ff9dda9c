import { describe, expect, it } from 'vitest';
import { AppError } from '../../../kernel/errors.ts';
import { createWorld, httpClient } from '../../../testing/harness.ts';
import { portalDialect, portalFailures } from './dialect.ts';

const told = (error: AppError) => {
  const { status, body } = portalDialect.failure(error, 'x');
  return [status, body];
};

describe('errors of the portal', () => {
  it('are told by one text', () => {
    expect(told(new AppError('VALIDATION_ERROR', undefined, []))).toEqual([
      400,
      { error: 'Invalid payload' },
    ]);
    expect(told(new AppError('INVALID_JSON'))).toEqual([400, { error: 'Invalid payload' }]);
    expect(told(new AppError('UNAUTHORIZED'))).toEqual([401, { error: 'Unauthorized' }]);
    expect(told(new AppError('FORBIDDEN', undefined, { permission: 'x' }))).toEqual([
      403,
      { error: 'Forbidden' },
    ]);
    expect(told(new AppError('FORBIDDEN', 'Forbidden category'))).toEqual([
      403,
      { error: 'Forbidden category' },
    ]);
    expect(told(new AppError('NOT_FOUND', 'Inquiry not found'))).toEqual([404, { error: 'Not found' }]);
    expect(told(new AppError('NOT_FOUND', 'Not enabled'))).toEqual([404, { error: 'Not enabled' }]);
    expect(told(new AppError('BAD_REQUEST', 'Engagement closed'))).toEqual([
      400,
      { error: 'Engagement closed' },
    ]);
    expect(told(new AppError('INVALID_FILE_FORMAT'))).toEqual([415, { error: 'Unsupported file type' }]);
    expect(told(new AppError('FILE_TOO_LARGE'))).toEqual([413, { error: 'File too large' }]);
  });

  it('have another status or text where a row says so', () => {
    const { failure } = portalFailures({ NOT_FOUND: [400], FORBIDDEN: [400, 'Unauthorized'] });
    expect(failure(new AppError('NOT_FOUND'), 'x')).toEqual({ status: 400, body: { error: 'Not found' } });
    expect(failure(new AppError('FORBIDDEN'), 'x')).toEqual({ status: 400, body: { error: 'Unauthorized' } });
    expect(failure(new AppError('UNAUTHORIZED'), 'x')).toEqual({
      status: 401,
      body: { error: 'Unauthorized' },
    });
  });
});

describe('the paths of the portal', () => {
  it('answer in its words where no row does', async () => {
    const { call } = await httpClient(await createWorld());
    for (const path of ['/api/portal', '/api/portal/nothing', '/api/marketplace/nothing', '/api/partners']) {
      const { status, body } = await call('GET', path);
      expect([status, body]).toEqual([404, { error: 'Not found' }]);
    }
    const other = await call('DELETE', '/api/marketplace/intake');
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'POST']);
    expect(Object.keys(other.body)).toEqual(['error']);
  });

  it('refuse visitors, foreign origins and bodies beyond 256 KiB, and are kept by no cache', async () => {
    const world = await createWorld();
    const { call } = await httpClient(world);
    const path = '/api/portal/change-requests';
    const foreigners: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    const visitor = await (await httpClient(world, 'visitor')).call('GET', path);
    expect([visitor.status, visitor.body]).toEqual([401, { error: 'Unauthorized' }]);
    const accountant = await (await httpClient(world, 'accountant')).call('GET', path);
    expect([accountant.status, accountant.body]).toEqual([403, { error: 'Forbidden' }]);
    for (const headers of foreigners) {
      const foreign = await call('POST', path, {}, headers);
      expect([foreign.status, foreign.body]).toEqual([403, { error: 'Forbidden' }]);
    }
    for (const size of [300_000, 1_100_000]) {
      const large = await call('POST', path, { title: 'x'.repeat(size) });
      expect([large.status, large.body]).toEqual([413, { error: 'Payload too large' }]);
    }
    for (const body of ['{', '', 'null', '[]']) {
      const malformed = await call('POST', path, body);
      expect([malformed.status, malformed.body]).toEqual([400, { error: 'Invalid payload' }]);
      expect(malformed.headers.get('cache-control')).toBe('no-store');
    }
  });
});
