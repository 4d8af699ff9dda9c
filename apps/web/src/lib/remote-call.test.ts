import { afterEach, expect, it, vi } from 'vitest';
import { remoteCall } from './remote-call.ts';

function answering(answers: unknown) {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => new Response(JSON.stringify(answers)));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

it('sends what is asked in one turn as one request', async () => {
  const fetched = answering([{ result: { data: 1 } }, { result: { data: 2 } }]);
  const both = await Promise.all([remoteCall('query', 'a.b', { x: 1 }), remoteCall('query', 'c', undefined)]);
  expect(both).toEqual([1, 2]);
  expect(fetched.mock.calls.map(([url]) => decodeURIComponent(url))).toEqual([
    '/trpc/a.b,c?batch=1&input={"0":{"x":1}}',
  ]);
});

it('keeps queries and mutations apart', async () => {
  const fetched = answering([{ result: { data: null } }]);
  await Promise.all([remoteCall('query', 'a', {}), remoteCall('mutation', 'b', { y: 2 })]);
  expect(fetched.mock.calls.map(([, init]) => [init.method, init.body])).toEqual([
    [undefined, undefined],
    ['POST', '{"0":{"y":2}}'],
  ]);
});

it('gives each call its own failure', async () => {
  const data = { appCode: 'NOT_FOUND', details: null, requestId: 'r1' };
  answering([{ result: { data: 1 } }, { error: { message: 'gone', data } }]);
  const [good, bad] = await Promise.allSettled([remoteCall('query', 'a', {}), remoteCall('query', 'b', {})]);
  expect(good).toMatchObject({ status: 'fulfilled', value: 1 });
  expect(bad).toMatchObject({ status: 'rejected', reason: { message: 'gone', data } });
});

it('gives every call a refusal of the whole request', async () => {
  answering({
    error: { message: 'no', data: { appCode: 'TENANT_MISMATCH', details: null, requestId: 'r' } },
  });
  const all = await Promise.allSettled([remoteCall('query', 'a', {}), remoteCall('query', 'b', {})]);
  expect(all.map((one) => one.status)).toEqual(['rejected', 'rejected']);
});

it('splits what is too much for one request', async () => {
  const fetched = answering(Array.from({ length: 12 }, () => ({ result: { data: 0 } })));
  await Promise.all(Array.from({ length: 15 }, (_, index) => remoteCall('query', 'a', { index })));
  expect(fetched).toHaveBeenCalledTimes(2);
});
