import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { officina } from '@officina/client/client';
import { fingerprintOf, v1Of } from '@officina/client/v1-document';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../../domains/identity/api-keys/create-api-key.ts';
import { createWorld, type World } from '../../../testing/harness.ts';
import { openApiOf } from '../../openapi.ts';
import { studioSurface } from './surface.ts';

describe('the client for programs', () => {
  let world: World;
  let server: Server;
  let sent: { method: string; key: string | null }[] = [];
  /** What the server answers instead of itself, one after the other. */
  let instead: Response[] = [];
  let waited: number[] = [];
  const program = async (rateLimit = 100) => {
    const { key: apiKey } = await createApiKey(world.ctx, {
      name: 'x',
      scopes: ['read', 'write'],
      rateLimit,
    });
    const { port } = server.address() as AddressInfo;
    return officina({
      baseUrl: `http://localhost:${port}`,
      apiKey,
      wait: async (ms) => waited.push(ms),
    });
  };

  beforeAll(async () => {
    world = await createWorld();
    server = serve({
      port: 0,
      fetch: (request) => {
        sent.push({ method: request.method, key: request.headers.get('idempotency-key') });
        return instead.shift() ?? world.server.app.fetch(request);
      },
    }) as Server;
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => void server.close());

  it('has the types of the document that is served', () => {
    const types = readFileSync(
      new URL('../../../../../../packages/client/generated/v1.ts', import.meta.url),
      'utf8',
    );
    const document = JSON.parse(JSON.stringify(openApiOf(studioSurface)));
    // Another one: `pnpm --filter @officina/client generate`, with a server running.
    expect(types).toContain(`// Of the document ${fingerprintOf(v1Of(document))}.`);
  });

  it('reads and writes', async () => {
    const api = await program();
    const made = await api.POST('/api/v1/clients', { body: { name: 'Acme', tags: ['vip'] } });
    expect([made.response.status, made.data?.data.name]).toEqual([201, 'Acme']);
    const { data } = await api.GET('/api/v1/clients', { params: { query: { search: 'acm' } } });
    expect(data?.data.map(({ id }) => id)).toEqual([made.data?.data.id]);
    const refused = await api.POST('/api/v1/clients', { body: { name: '' } });
    expect(refused.error).toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it('sends again what met a server that was away, once in effect', async () => {
    const api = await program();
    [sent, waited] = [[], []];
    instead = [
      new Response('', { status: 503 }),
      new Response('', { status: 429, headers: { 'retry-after': '7' } }),
    ];
    const made = await api.POST('/api/v1/projects', { body: { name: 'Website' } });
    expect(made.response.status).toBe(201);
    expect(waited).toEqual([500, 7000]);
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });
});
