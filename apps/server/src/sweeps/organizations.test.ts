import { tenantTables } from '@officina/db/tenant-tables';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Operation } from '../kernel/operation.ts';
import { type HttpClient, httpClient, type World } from '../testing/harness.ts';
import {
  clientOperations,
  clientRows,
  publicOperations,
  publicRows,
  requestOf,
} from './client-operations.ts';
import { FOREIGN_CASES } from './foreign-inputs.ts';
import { createForeignPortal } from './foreign-portal.ts';
import { createForeignWorld, type ForeignRows, idsOf, MARK } from './foreign-world.ts';

/** What is the whole firm's and no organisation's: what it publishes, what opens by a link, and the firm itself. */
const EVERYBODYS = [
  'catalogue.get',
  'catalogue.list',
  'guest.get',
  'identity.session',
  'identity.signOut',
  'identity.switchTenant',
  'identity.tenants',
  'items.buy',
  'payments.checkout',
  'training.inquire',
  'training.program',
];
const notEverybodys = ({ operation }: Pick<Operation, 'operation'>) => !EVERYBODYS.includes(operation);

const UNKNOWN = '01900000-0000-7000-8000-0000000000ff';
const OWN = 'zzownzz';

/** The same rows under ids that nobody has. */
const unknownOf = (rows: ForeignRows): ForeignRows =>
  Object.fromEntries(
    Object.entries(rows).map(([name, id]) => [
      name,
      typeof id === 'string' ? UNKNOWN : typeof id === 'number' ? 999_999_999 : id,
    ]),
  ) as unknown as ForeignRows;

async function personOf({ server, tenant }: World, userId: string) {
  const [person] = await server.services.client.sql<
    { id: string; email: string; name: string; orgId: string }[]
  >`select u.id, u.email, u.name, m.contact_id as "orgId" from members m join users u on u.id = m.user_id
    where m.tenant_id = ${tenant.id} and m.user_id = ${userId}`;
  if (!person) throw new Error('no such person');
  return person;
}

/** Every row of the tenant that names something of the other organisation's, or of staff's. */
async function theirs({ server, tenant }: World, ids: readonly string[]): Promise<Set<string>> {
  const { sql } = server.services.client;
  const found = new Set<string>();
  for (const table of tenantTables()) {
    const rows = await sql<{ row: string }[]>`
      select to_jsonb(t)::text as row from ${sql(table)} t where t.tenant_id = ${tenant.id}`;
    for (const { row } of rows)
      if (row.includes(MARK) || ids.some((id) => row.includes(id))) found.add(`${table} ${row}`);
  }
  return found;
}

describe('a client of one organisation', () => {
  let foreign: ForeignRows;
  let own: ForeignRows;
  let asker: Ctx;
  let http: HttpClient;
  let ids: string[];
  let before: Set<string>;

  beforeAll(async () => {
    foreign = await createForeignWorld();
    const { world } = foreign;
    own = { ...foreign, ...(await createForeignPortal(world, OWN)) };
    // The one whose upload is under way.
    asker = world.of(await personOf(world, own.clientId), 'client');
    http = await httpClient(world, asker);
    ids = idsOf(foreign);
    before = await theirs(world, ids);
  });

  const caseOf = ({ operation }: Pick<Operation, 'operation'>) => {
    const found = FOREIGN_CASES[operation];
    if (!found) throw new Error(`${operation} has no case`);
    return found;
  };
  /** Ids and words of the other organisation's that the question did not hold itself. */
  const leaks = (said: string, question: unknown): string[] => {
    const echoed = JSON.stringify(question);
    return [MARK, ...ids].filter((word) => said.includes(word) && !echoed.includes(word));
  };

  async function ask(operation: Operation, input: unknown): Promise<{ code: string | null; said: string }> {
    try {
      return { code: null, said: JSON.stringify((await operation(asker, input as never)) ?? null) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { code: error.code, said: JSON.stringify([error.message, error.details ?? null]) };
    }
  }

  for (const operation of [...clientOperations, ...publicOperations].filter(notEverybodys))
    it(`finds nothing of another by ${operation.operation}`, async () => {
      const [expectation, inputOf] = caseOf(operation);
      const input = inputOf(foreign);
      const { code, said } = await ask(operation, input);
      if (expectation === 'missing') expect(['NOT_FOUND', 'FORBIDDEN']).toContain(code);
      expect(leaks(said, input)).toEqual([]);
      if (operation.effect === 'read') expect(leaks((await ask(operation, {})).said, {})).toEqual([]);
    });

  for (const row of [...clientRows, ...publicRows].filter(({ operation }) => notEverybodys(operation)))
    it(`is told nothing of another by ${row.method} ${row.path}`, async () => {
      const [expectation, inputOf] = caseOf(row.operation);
      const send = async (rows: ForeignRows) => {
        const { path, body } = requestOf(row, inputOf(rows) as Record<string, unknown>);
        return http.call(row.method, path, body);
      };
      const answer = await send(foreign);
      expect(leaks(JSON.stringify(answer.body), inputOf(foreign))).toEqual([]);
      if (row.method === 'GET') {
        const bare = await http.call('GET', requestOf(row, {}).path);
        expect(leaks(JSON.stringify(bare.body), {})).toEqual([]);
      }
      if (expectation === 'blind' || answer.status === 403) return;
      const unknown = await send(unknownOf(foreign));
      expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    });

  it('has changed nothing of another by all of that', async () => {
    const after = await theirs(foreign.world, ids);
    // The academy keeps what it refused, with the ids that were asked for.
    const kept = (row: string) => row.startsWith('journal_entries') && row.includes('enrollment.denied');
    expect({
      gone: [...before].filter((row) => !after.has(row)),
      come: [...after].filter((row) => !before.has(row) && !kept(row)),
    }).toEqual({ gone: [], come: [] });
  });

  it('finds their own under the same questions', async () => {
    const missed: string[] = [];
    // What is broken off is found by nothing after it.
    const last = ({ operation }: Operation) => Number(/abort/.test(operation));
    for (const operation of clientOperations.toSorted((a, b) => last(a) - last(b))) {
      const [expectation, inputOf] = caseOf(operation);
      const input = inputOf(own);
      if (expectation !== 'missing' || JSON.stringify(input) === JSON.stringify(inputOf(foreign))) continue;
      if ((await ask(operation, input)).code === 'NOT_FOUND') missed.push(operation.operation);
    }
    expect(missed).toEqual([]);
  });
});
