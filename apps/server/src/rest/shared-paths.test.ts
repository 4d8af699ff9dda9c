import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { createWorld, type HttpAnswer, httpClient, type World } from '../testing/harness.ts';
import { officeApi } from '../testing/office-api.ts';
import { withKey } from '../testing/studio.ts';
import { failuresOf } from './surfaces.ts';

type Call = (method: string, path: string, body?: unknown) => Promise<HttpAnswer>;
type Caller = 'none' | 'basic' | 'owner' | 'client' | 'learner' | 'token' | 'key' | 'revoked' | 'unsigned';

/** In whose words an answer is told, by the keys of its body. */
function wordsOf({ body }: { body: unknown }): string {
  const keys = Object.keys(body as object).join();
  if (/^(detail,error|items,page,.*|total_clients,.*)$/.test(keys)) return 'office';
  return /^(data,pagination|error,code(,details)?)$/.test(keys) ? 'studio' : keys;
}

describe('paths that two contracts share', () => {
  let world: World;
  const callers = {} as Record<Caller, Call>;

  beforeAll(async () => {
    world = await createWorld();
    const visitor = await httpClient(world, 'visitor');
    const bearing =
      (authorization: string): Call =>
      (method, path, body) =>
        visitor.call(method, path, body, { authorization });
    const [owner, client, learner, { token }, { key }] = await Promise.all([
      httpClient(world),
      httpClient(world, 'client'),
      httpClient(world, 'learner'),
      officeApi(world),
      withKey(world),
    ]);
    Object.assign(callers, { none: visitor.call, basic: bearing('Basic b3Blbg=='), owner: owner.call });
    Object.assign(callers, { client: client.call, learner: learner.call, token: bearing(`Bearer ${token}`) });
    Object.assign(callers, { key: bearing(`Bearer ${key}`), revoked: bearing('Bearer ofk_gone') });
    Object.assign(callers, { unsigned: bearing(`Bearer ${token.replace(/[^.]+$/, '')}`) });
  });

  /** Who is told what, as `<contract> <status>`. */
  async function answers(method: string, path: string, body?: unknown): Promise<Record<string, string>> {
    const out: Record<string, string> = {};
    for (const [name, call] of Object.entries(callers)) {
      const answer = await call(method, `/api${path}`, body);
      out[name] = `${wordsOf(answer)} ${answer.status}`;
    }
    return out;
  }
  const strangers = {
    none: 'office 401',
    basic: 'office 401',
    owner: 'office 401',
    client: 'office 401',
    learner: 'office 401',
    unsigned: 'office 401',
  };

  it('answer each caller of the clients’ list in their own contract', async () => {
    const list = { ...strangers, token: 'office 200', key: 'studio 200', revoked: 'studio 401' };
    expect(await answers('GET', '/v1/clients')).toEqual(list);
    expect(await answers('GET', '/v1/clients/')).toEqual(list);
    const create = { ...strangers, token: 'office 400', key: 'studio 400', revoked: 'studio 401' };
    expect(await answers('POST', '/v1/clients', {})).toEqual(create);
    const neither = Object.keys(callers).map((name) => [
      name,
      /key|revoked/.test(name) ? 'studio' : 'office',
    ]);
    expect(await answers('DELETE', '/v1/clients')).toEqual(
      Object.fromEntries(neither.map(([name, words]) => [name, `${words} 405`])),
    );
  });

  it('know a single client in the office’s contract alone', async () => {
    const office = { ...strangers, token: 'office 404', key: 'studio 404', revoked: 'studio 404' };
    for (const path of ['/v1/clients/1', '/v1/clients/1/binders', '/v1/clients/1/timeline'])
      expect(await answers('GET', path), path).toEqual(office);
    expect(await answers('PATCH', '/v1/clients/1', {})).toEqual(office);
    const unknown = Object.fromEntries(Object.keys(callers).map((name) => [name, 'office 404']));
    expect(await answers('GET', '/v1/clients/1/nothing')).toEqual({
      ...unknown,
      key: 'studio 404',
      revoked: 'studio 404',
    });
    const { body } = await callers.key('GET', '/api/v1/clients/1');
    expect(body).toEqual({ error: 'Not found', code: 'NOT_FOUND' });
  });

  it('take no key where the office is alone, and no token where the studio is', async () => {
    const { status, body } = await callers.key('GET', '/api/v1/binders');
    expect([status, body.detail]).toEqual([401, 'Invalid or expired token']);
    expect(await answers('GET', '/v1/dashboard/overview')).toEqual({
      ...strangers,
      token: 'office 200',
      key: 'office 401',
      revoked: 'office 401',
    });
    const studio = Object.keys(callers).map((name) => [name, name === 'key' ? 'studio 200' : 'studio 401']);
    for (const path of ['/v1/projects', '/v1/invoices'])
      expect(await answers('GET', path), path).toEqual(Object.fromEntries(studio));
  });

  it('tell what no row answers in the words of who is meant', () => {
    const words = (path: string, authorization?: string) =>
      wordsOf({
        body: failuresOf(path, authorization).failure(new AppError('RATE_LIMIT_EXCEEDED'), 'id').body,
      });
    for (const path of ['/api/v1/clients', '/api/v1/clients/1', '/api/v1/nothing'])
      expect([words(path, 'Bearer ofk_x'), words(path, 'Bearer a.b.c'), words(path)]).toEqual([
        'studio',
        'office',
        'office',
      ]);
    for (const path of ['/api/v1/binders', '/api/v1/charges/1/issue', '/api/v1/auth/login'])
      expect([words(path, 'Bearer ofk_x'), words(path, 'Bearer a.b.c'), words(path)]).toEqual(
        Array(3).fill('office'),
      );
  });

  it('are told apart by the body where both contracts ask for nobody', async () => {
    const all = (answer: string) => Object.fromEntries(Object.keys(callers).map((name) => [name, answer]));
    expect(await answers('POST', '/inquiry', { program: '' })).toEqual(all('error,code,fields 400'));
    expect(await answers('POST', '/inquiry', {})).toEqual(all('ok,success,errors 400'));
    expect(await answers('POST', '/auth/signup', { subdomain: '' })).toEqual(
      all('success,error,code,details 400'),
    );
    expect(await answers('POST', '/auth/signup', {})).toEqual(all('studio 400'));
  });
});
