import type { Role } from '@officina/contracts/roles';
import { createMember, createTenant } from '@officina/db/factories';
import { testDatabaseUrl } from '@officina/db/test-database';
import type { DestinationStream } from 'pino';
import { type Composed, compose } from '../compose.ts';
import { loadConfig } from '../config.ts';
import { openSession } from '../domains/identity/open-session.ts';
import { dayOf, toDate } from '../kernel/clock.ts';
import type { Ctx, Tenant } from '../kernel/context.ts';
import { newId, type TenantId } from '../kernel/ids.ts';
import { argonHasher } from '../kernel/passwords.ts';
import { watchedLog } from './log-watch.ts';
import { watchStatement } from './statements.ts';
import { testFiles } from './test-files.ts';

/** The clock of the tests: stands still until it is set. */
export class TestClock {
  #now = Temporal.Instant.from('2026-01-15T10:00:00.000Z');
  now = (): Temporal.Instant => this.#now;
  set(iso: string): void {
    this.#now = Temporal.Instant.from(iso);
  }
  advance(duration: Temporal.DurationLike): void {
    this.#now = this.#now.add(duration);
  }
}

export interface TestServer extends Composed {
  clock: TestClock;
}

let server: Promise<TestServer> | undefined;
const others: TestServer[] = [];

async function composeForTests(
  env: Record<string, string>,
  clock: TestClock,
  logTo: DestinationStream = watchedLog,
): Promise<TestServer> {
  const composed = await compose({
    config: loadConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'debug',
      PUBLIC_URL: 'http://localhost:3000',
      RECEIPT_SECRET: 'the secret of the tests’ receipts',
      JWT_SECRET: 'the secret of the tests, long enough for it',
      SECRETS_KEY: 'what seals the secrets of the tests, long enough',
      DATA_DIR: testFiles,
      ...env,
    }),
    databaseUrl: await testDatabaseUrl(),
    version: 'test',
    webRoot: null,
    clock,
    passwords: argonHasher({ memoryCost: 64, timeCost: 1 }),
    checkResponses: true,
    onQuery: watchStatement,
    logTo,
  });
  return Object.assign(composed, { clock });
}

/** The composed application over this worker's database, made once per test file. */
export function testServer(env: Record<string, string> = {}): Promise<TestServer> {
  server ??= withAllAttempts(composeForTests(env, new TestClock()));
  return server;
}

/** The clock stands at one moment in every file, so what an earlier one tried would count against this one. */
async function withAllAttempts(composing: Promise<TestServer>): Promise<TestServer> {
  const made = await composing;
  await made.services.client.sql`delete from rate_limits`;
  return made;
}

/** A further process, as it were, on the same database and clock, with caches of its own. */
export async function anotherServer(
  env: Record<string, string> = {},
  logTo?: DestinationStream,
): Promise<TestServer> {
  const { clock } = await testServer();
  const other = await composeForTests(env, clock, logTo);
  others.push(other);
  return other;
}

export async function closeTestServer(): Promise<void> {
  for (const made of [...others.splice(0), await server]) await made?.close();
  server = undefined;
}

/** A tenant of its own for one test, with a person who asks. */
export interface World {
  server: TestServer;
  tenant: Tenant;
  user: { id: string; email: string; name: string };
  ctx: Ctx;
  /** A context of the same tenant for another role; a client is one of the organisation, or of one of their own. */
  as(role: Role, orgId?: string): Promise<Ctx>;
  /** A context of somebody who is a member already. */
  of(user: { id: string; email: string; name: string }, role: Role): Ctx;
}

function contextOf(
  { services, clock }: TestServer,
  tenant: Tenant,
  user: { id: string; email: string; name: string; orgId: string | null },
  role: Role,
): Ctx {
  return {
    tenant,
    actor: {
      kind: 'user',
      id: user.id,
      name: user.name,
      email: user.email,
      emailVerified: true,
      mustVerify: false,
      locale: null,
      theme: null,
      density: null,
      role,
      orgId: user.orgId,
      sessionId: newId(),
      sessionExpiresAt: new Date(clock.now().epochMilliseconds + 86_400_000),
      // As if they had just signed in, whenever it is.
      get provedAt() {
        return toDate(clock.now());
      },
      idpId: null,
    },
    get now() {
      return clock.now();
    },
    get today() {
      return dayOf(clock.now(), tenant.timeZone);
    },
    requestId: newId(),
    hostSubdomain: null,
    origins: ['http://localhost:3000'],
    ip: null,
    userAgent: null,
    services,
    db: services.client.db,
  };
}

/** A fresh tenant and a context of its owner (or of `role`). */
export async function createWorld(
  role: Role = 'owner',
  facts: Parameters<typeof createTenant>[1] = {},
): Promise<World> {
  const made = await testServer();
  const { db } = made.services.client;
  const row = await createTenant(db, facts);
  const tenant: Tenant = { ...row, id: row.id as TenantId };
  const user = await createMember(db, row.id, role);
  return {
    server: made,
    tenant,
    user,
    ctx: contextOf(made, tenant, user, role),
    as: async (other, orgId) =>
      contextOf(made, tenant, await createMember(db, row.id, other, {}, orgId), other),
    of: (member, other) => contextOf(made, tenant, { orgId: null, ...member }, other),
  };
}

export interface HttpClient {
  /** Sends JSON or a form with the session's cookie; answers status, parsed body (or text) and headers. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
}
export interface HttpAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are asserted field by field.
  body: any;
  headers: Headers;
  bytes: Buffer;
}

/** A client of the composed app for the person of the world, a new one of a role, or the one of a context. */
export async function httpClient(world: World, who: Role | 'visitor' | Ctx = world.ctx): Promise<HttpClient> {
  const ctx = typeof who === 'object' ? who : who === 'visitor' ? world.ctx : await world.as(who);
  const cookie = who === 'visitor' ? async () => '' : sessionOf(world, ctx);
  return {
    async call(method, path, body, headers = {}) {
      const form = body instanceof FormData;
      const raw = typeof body === 'string' || body === undefined || form ? body : JSON.stringify(body);
      const session = await cookie();
      const response = await world.server.app.request(`http://localhost:3000${path}`, {
        method,
        headers: {
          host: 'localhost:3000',
          ...(raw !== undefined && !form && { 'content-type': 'application/json' }),
          ...(session && { cookie: session }),
          ...headers,
        },
        body: raw,
      });
      return answerOf(response);
    },
  };
}

export async function answerOf(response: Response): Promise<HttpAnswer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const json = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    body: json ? JSON.parse(bytes.toString()) : bytes.toString(),
    headers: response.headers,
    bytes,
  };
}

/** A session's cookie; opened anew when the test has moved its clock by more than a day. */
function sessionOf({ server, tenant }: World, { actor }: Ctx): () => Promise<string> {
  let session: { token: string; openedAt: Temporal.Instant } | undefined;
  return async () => {
    const now = server.clock.now();
    const age = session ? Math.abs(now.since(session.openedAt).total('hours')) : Infinity;
    if (age > 24) {
      if (actor.kind !== 'user') throw new Error('a session needs a user');
      const { token } = await openSession(server.services.client.db, {
        userId: actor.id,
        activeTenantId: tenant.id,
        createdAt: toDate(now),
        ip: null,
        userAgent: null,
      });
      session = { token, openedAt: now };
    }
    return `officina_session=${session?.token}`;
  };
}
