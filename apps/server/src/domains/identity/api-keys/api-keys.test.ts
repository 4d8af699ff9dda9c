import { createMember } from '@officina/db/factories';
import { beforeEach, describe, expect, it } from 'vitest';
import { anotherServer, createWorld, httpClient, type World } from '../../../testing/harness.ts';
import { withKey } from '../../../testing/studio.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

const KEY = /^ofk_[0-9a-f]{64}$/;

describe('API keys', () => {
  let world: World;

  beforeEach(async () => {
    world = await createWorld();
  });

  const sql = () => world.server.services.client.sql;

  it('are told once and kept as a hash', async () => {
    const made = await createApiKey(world.ctx, { name: 'crm', scopes: ['write', 'read', 'read'] });
    expect(made).toEqual({
      id: expect.any(String),
      name: 'crm',
      prefix: made.key.slice(0, 12),
      key: expect.stringMatching(KEY),
      scopes: ['read', 'write'],
      rateLimit: 100,
      owner: { id: world.user.id, name: world.user.name },
      expiresAt: null,
      revokedAt: null,
      lastUsedAt: null,
      createdAt: '2026-01-15T10:00:00.000Z',
      abilities: { revoke: true },
    });
    const listed = await listApiKeys(world.ctx, {});
    const stored = await sql()`select * from api_keys where tenant_id = ${world.tenant.id}`;
    const journal = await sql()`select * from journal_entries where tenant_id = ${world.tenant.id}`;
    expect(JSON.stringify([listed, stored, journal])).not.toContain(made.key.slice(12));
    expect(journal).toMatchObject([{ verb: 'api_key.created', subject_id: made.id }]);
  });

  it('need a name, a scope and an end that is to come', async () => {
    const faulty = { name: ' ', scopes: [] as 'read'[], expiresAt: '2026-01-15T09:00:00Z', rateLimit: 1001 };
    await expect(createApiKey(world.ctx, faulty)).rejects.toMatchObject({
      details: [{ field: 'name' }, { field: 'scopes' }, { field: 'rateLimit' }],
    });
    await expect(
      createApiKey(world.ctx, { ...faulty, name: 'x', scopes: ['read'], rateLimit: 1 }),
    ).rejects.toMatchObject({ details: [{ field: 'expiresAt' }] });
  });

  it('are everybody’s own, and the owners’ to see to', async () => {
    const member = await world.as('member');
    const { id } = await createApiKey(world.ctx, { name: 'of the owner', scopes: ['read'] });
    const own = await createApiKey(member, { name: 'of the member', scopes: ['read'] });
    expect((await listApiKeys(member, {})).items.map(({ name }) => name)).toEqual(['of the member']);
    expect((await listApiKeys(world.ctx, {})).items).toHaveLength(2);
    await expect(revokeApiKey(member, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await revokeApiKey(world.ctx, { id: own.id });
    await revokeApiKey(world.ctx, { id: own.id });
    const entries = await sql()`select verb from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'api_key.revoked'`;
    expect(entries).toHaveLength(1);
    await expect(
      createApiKey(await world.as('accountant'), { name: 'x', scopes: ['read'] }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('end with the next request on every process: revoked, expired, their owner gone or demoted or unproved', async () => {
    const other = await anotherServer();
    const member = await world.as('member');
    const userId = member.actor.kind === 'user' ? member.actor.id : '';
    const ends: (() => Promise<unknown>)[] = [
      () =>
        sql()`update members set role = 'accountant' where tenant_id = ${world.tenant.id} and user_id = ${userId}`,
      () =>
        sql()`update members set role = 'member', removed_at = now() where tenant_id = ${world.tenant.id} and user_id = ${userId}`,
      () => sql()`update users set verification_required = true where id = ${userId}`,
    ];
    const undo = async () => {
      await sql()`update members set role = 'member', removed_at = null
        where tenant_id = ${world.tenant.id} and user_id = ${userId}`;
      await sql()`update users set verification_required = false where id = ${userId}`;
    };
    const { call, key, id } = await withKey(world, ['read'], member);
    const both = async () => {
      const elsewhere = await other.app.request('http://localhost:3000/api/v1/clients', {
        headers: { host: 'localhost:3000', authorization: `Bearer ${key}` },
      });
      return [(await call('GET', '/v1/clients')).status, elsewhere.status];
    };
    expect(await both()).toEqual([200, 200]);
    for (const end of [...ends, () => revokeApiKey(member, { id })]) {
      await end();
      expect(await both()).toEqual([401, 401]);
      await undo();
    }
    const short = await withKey(world, ['read'], member, { expiresAt: '2026-01-15T11:00:00Z' });
    expect((await short.call('GET', '/v1/clients')).status).toBe(200);
    world.server.clock.advance({ hours: 1 });
    expect((await short.call('GET', '/v1/clients')).status).toBe(401);
    world.server.clock.advance({ hours: -1 });
  });

  it('do what their scopes allow of their owner’s present role, and no more', async () => {
    const reading = await withKey(world, ['read']);
    expect((await reading.call('POST', '/v1/clients', { name: 'x' })).status).toBe(403);
    const trpc = await httpClient(world, 'visitor');
    const headers = { authorization: `Bearer ${reading.key}` };
    const ask = async (path: string, input: object = {}) =>
      (
        await trpc.call(
          'GET',
          `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
          undefined,
          headers,
        )
      ).status;
    expect(await ask('clients.list')).toBe(200);
    expect(await ask('apiKeys.list')).toBe(403);
    expect(await ask('identity.sessions')).not.toBe(200);
    const write = await trpc.call('POST', '/trpc/clients.create', { name: 'x' }, headers);
    expect(write.status).toBe(403);
    const writing = await withKey(world, ['write']);
    expect((await writing.call('GET', '/v1/clients')).status).toBe(403);
    expect((await writing.call('POST', '/v1/clients', { name: 'x' })).status).toBe(201);
    expect((await reading.call('GET', '/contacts')).status).toBe(401);
  });

  it('of a freelancer reach what the freelancer made', async () => {
    const freelancer = await world.as('freelancer');
    const own = await withKey(world, ['read', 'write'], freelancer);
    const staff = await withKey(world);
    const { body } = await staff.call('POST', '/v1/clients', { name: 'Of the firm' });
    await own.call('POST', '/v1/clients', { name: 'Mine' });
    const names = (await own.call('GET', '/v1/clients')).body.data.map((row: { name: string }) => row.name);
    expect(names).toEqual(['Mine']);
    expect((await staff.call('GET', '/v1/clients')).body.pagination.total).toBe(2);
    const invoice = { client_id: body.data.id, items: [{ description: 'x', rate: 1 }] };
    expect((await own.call('POST', '/v1/invoices', invoice)).body.details).toEqual([
      { field: 'client_id', message: 'Not a client' },
    ]);
  });

  it('remember when and from where they were last used, about once a minute', async () => {
    const { call, id } = await withKey(world, ['read']);
    const used = async () =>
      (await listApiKeys(world.ctx, {})).items.find((key) => key.id === id)?.lastUsedAt ?? null;
    expect(await used()).toBeNull();
    await call('GET', '/v1/clients');
    world.server.clock.advance({ seconds: 30 });
    await call('GET', '/v1/clients');
    expect(await used()).toBe('2026-01-15T10:00:00.000Z');
    world.server.clock.advance({ seconds: 30 });
    await call('GET', '/v1/clients');
    expect(await used()).toBe('2026-01-15T10:01:00.000Z');
    world.server.clock.advance({ minutes: -1 });
  });
});

describe('requests under a key', () => {
  it('are counted per key over all processes, and refused beyond its limit where limits are on', async () => {
    const world = await createWorld();
    const other = await anotherServer({ RATE_LIMIT: 'on' });
    const { key, call } = await withKey(world, ['read'], world.ctx, { rateLimit: 3 });
    const there = () =>
      other.app.request('http://localhost:3000/api/v1/clients', {
        headers: { host: 'localhost:3000', authorization: `Bearer ${key}` },
      });
    const left = (answer: { headers: Headers }) => answer.headers.get('x-ratelimit-remaining');
    expect(left(await call('GET', '/v1/clients'))).toBe('2');
    expect(left(await there())).toBe('1');
    const wrong = await call('GET', '/v1/clients?limit=0');
    expect([wrong.status, left(wrong), wrong.headers.get('x-ratelimit-limit')]).toEqual([400, '0', '3']);
    const beyond = await there();
    expect(beyond.status).toBe(429);
    expect(await beyond.json()).toEqual({ error: 'Rate limit exceeded', code: 'RATE_LIMITED' });
    expect(beyond.headers.get('retry-after')).toBe('60');
    expect(beyond.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-01-15T10:01:00Z') / 1000));
    expect((await call('GET', '/v1/clients')).status).toBe(200);
    await createMember(world.server.services.client.db, world.tenant.id, 'member');
    const another = await withKey(world, ['read']);
    expect(left(await another.call('GET', '/v1/clients'))).toBe('99');
  });
});
