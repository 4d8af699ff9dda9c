import { createContact } from '@officina/db/factories';
import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import type { ReservedSql, Sql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorld, type World } from '../testing/harness.ts';
import { cachedRead, journalSince } from './cached-read.ts';
import { newId } from './ids.ts';
import { write } from './operation.ts';

/** A change as operations make it: a row and its journal entry in one transaction. */
async function change(sql: Sql | ReservedSql, tenantId: string): Promise<void> {
  const id = newId();
  await sql`insert into contacts (tenant_id, id, display_name, search_text) values (${tenantId}, ${id}, 'x', 'x')`;
  await sql`insert into journal_entries (tenant_id, id, recorded_at, actor_kind, verb, subject_type, subject_id, request_id)
    values (${tenantId}, ${newId()}, now(), 'system', 'contact.created', 'contact', ${id}, 'test')`;
}

async function contactsOf(world: World): Promise<number> {
  const { sql } = world.server.services.client;
  const [row] = await sql`select count(*)::int as count from contacts where tenant_id = ${world.tenant.id}`;
  return row?.count;
}

/** Counts the tenant's contacts through the cache, and how often it really counted. */
function counter(world: World, during: () => Promise<unknown> = async () => {}) {
  const state = { computed: 0, during };
  const read = (input: unknown = 1) =>
    cachedRead(world.ctx, 'test.count', input, async () => {
      state.computed++;
      const count = await contactsOf(world);
      await state.during();
      return count;
    });
  return { state, read };
}

it('looks at the end of the journal alone, whatever the statement is planned for', async () => {
  const world = await createWorld();
  const { sql: client } = world.server.services.client;
  await client`
    insert into journal_entries (tenant_id, id, recorded_at, actor_kind, verb, subject_type, subject_id, request_id)
    select ${world.tenant.id}, gen_random_uuid(), now(), 'system', 'contact.created', 'contact', gen_random_uuid(), 'test'
    from generate_series(1, 3000)`;
  await client`analyze journal_entries`;
  const { sql: statement } = new PgDialect().sqlToQuery(
    journalSince(sql.placeholder('tenantId'), sql.placeholder('known')),
  );
  const plan = await client.unsafe(`explain (generic_plan, format json) ${statement}`);
  expect(JSON.stringify(plan)).toMatch(/"Index Cond":"[^"]*xid >= /);
});

describe('an answer that is kept', () => {
  it('is computed once while nothing changes, and again after a change', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const { state, read } = counter(world);
    expect([await read(), await read(), await read()]).toEqual([0, 0, 0]);
    expect(state.computed).toBe(1);
    await sql.begin((tx) => change(tx as unknown as Sql, world.tenant.id));
    expect([await read(), await read()]).toEqual([1, 1]);
    expect(state.computed).toBe(2);
  });

  it('is kept per input, business day and tenant; other tenants change nothing', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const { state, read } = counter(world);
    await read(1);
    await read(2);
    expect(state.computed).toBe(2);
    await other.server.services.client.sql.begin((tx) => change(tx as unknown as Sql, other.tenant.id));
    await counter(other).read(1);
    await read(1);
    expect(state.computed).toBe(2);
    world.server.clock.advance({ hours: 24 });
    await read(1);
    expect(state.computed).toBe(3);
    world.server.clock.advance({ hours: -24 });
  });

  it('falls to a transaction that was under way during the computation, whenever it began to write', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    for (const writesBefore of [true, false]) {
      const writer = await sql.reserve();
      const { read } = counter(world);
      await writer`begin`;
      if (writesBefore) await change(writer, world.tenant.id);
      const before = await read(writesBefore);
      if (!writesBefore) await change(writer, world.tenant.id);
      expect(await read(writesBefore)).toBe(before);
      await writer`commit`;
      writer.release();
      expect(await read(writesBefore)).toBe(before + 1);
    }
  });

  it('falls to a change that is committed between the look at the rows and the end of the computation', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const { state, read } = counter(world);
    state.during = () => sql.begin((tx) => change(tx as unknown as Sql, world.tenant.id));
    expect(await read()).toBe(0);
    state.during = async () => {};
    expect(await read()).toBe(1);
  });

  it('outlives a long transaction that has nothing to do with it', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const other = await createWorld();
    const bystander = await sql.reserve();
    await bystander`begin`;
    await change(bystander, other.tenant.id);
    await sql.begin((tx) => change(tx as unknown as Sql, world.tenant.id));
    const { state, read } = counter(world);
    expect([await read(), await read()]).toEqual([1, 1]);
    expect(state.computed).toBe(1);
    await bystander`rollback`;
    bystander.release();
  });

  it('is computed by one of many calls that want it at once, and a failure is nobody else’s', async () => {
    const world = await createWorld();
    const { state, read } = counter(world);
    expect(new Set(await Promise.all(Array.from({ length: 30 }, () => read())))).toEqual(new Set([0]));
    expect(state.computed).toBe(1);
    let failures = 1;
    state.during = async () => {
      if (failures-- > 0) throw new Error('lost');
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => read('other')));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  it('is not used inside a transaction that may have changed something', async () => {
    const world = await createWorld();
    const { read } = counter(world);
    expect(await read()).toBe(0);
    const inside = write({
      name: `test.cachedInside.${newId()}`,
      permission: 'contacts.read',
      input: z.object({}),
      async run(ctx) {
        await createContact((await ctx.tx()) as never, world.tenant.id);
        return cachedRead(ctx, 'test.count', 1, async () => -1);
      },
    });
    expect(await inside(world.ctx, {})).toBe(-1);
  });

  it('is never older than the call, however transactions interleave', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const writers = await Promise.all([sql.reserve(), sql.reserve(), sql.reserve()]);
    const open = [false, false, false];
    const step = async (kind: string, who: number): Promise<void> => {
      const writer = writers[who];
      if (!writer) return;
      if (!open[who]) {
        await writer`begin`;
        open[who] = true;
      }
      if (kind === 'write') await change(writer, world.tenant.id);
      if (kind === 'nested') {
        await writer`savepoint inner_one`;
        await change(writer, world.tenant.id);
      }
      if (kind === 'commit' || kind === 'rollback') {
        await (kind === 'commit' ? writer`commit` : writer`rollback`);
        open[who] = false;
      }
    };
    const steps = fc.array(
      fc.tuple(fc.constantFrom('begin', 'write', 'nested', 'commit', 'rollback'), fc.nat(2)),
      { maxLength: 4 },
    );
    const plan = fc.array(fc.record({ before: steps, during: steps }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(plan, async (reads) => {
        const { state, read } = counter(world);
        for (const { before, during } of reads) {
          for (const [kind, who] of before) await step(kind, who);
          const least = await contactsOf(world);
          state.during = async () => {
            for (const [kind, who] of during) await step(kind, who);
          };
          expect(await read()).toBeGreaterThanOrEqual(least);
          state.during = async () => {};
          expect(await read()).toBe(await contactsOf(world));
        }
      }),
      { numRuns: 60 },
    );
    for (const [who, writer] of writers.entries()) {
      if (open[who]) await writer`rollback`;
      writer.release();
    }
  });
});
