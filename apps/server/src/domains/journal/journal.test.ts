import { execFile } from 'node:child_process';
import { testDatabaseUrl } from '@officina/db/test-database';
import { sql as query } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kernel/ids.ts';
import type { JournalEntry } from '../../kernel/journal.ts';
import { write } from '../../kernel/operation.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { contentHash, type SealedContent } from './chain.ts';
import { listJournal } from './list-journal.ts';
import { sealJournal, sealJournals } from './seal-journals.ts';
import { verifyChain } from './verify-chain.ts';

const note = write({
  name: 'test.note',
  permission: 'public',
  input: z.object({ entries: z.array(z.custom<Partial<JournalEntry>>()) }),
  async run(ctx, { entries }): Promise<void> {
    for (const entry of entries)
      ctx.record({ verb: 'note.made', subject: { type: 'note', id: newId() }, ...entry });
  },
});

/** Writes an entry in a transaction that has its id already while `meanwhile` goes on. */
const slowly = write({
  name: 'test.slowly',
  permission: 'public',
  input: z.object({ meanwhile: z.custom<() => Promise<void>>() }),
  async run(ctx, { meanwhile }): Promise<void> {
    const tx = await ctx.tx();
    await tx.execute(query`select pg_current_xact_id()`);
    ctx.record({ verb: 'note.slow', subject: { type: 'note', id: newId() } });
    await meanwhile();
  },
});

const made = (world: World, ...entries: Partial<JournalEntry>[]) => note(world.ctx, { entries });
const db = ({ server }: World) => server.services.client.db;
const seal = (world: World) => sealJournal(db(world), world.tenant.id);
const verified = (world: World) => verifyChain(db(world), world.tenant.id);

/** Seals until everything has its link: other tests' transactions may hold the sealing up for a moment. */
async function sealed(world: World) {
  await expect
    .poll(async () => {
      await seal(world);
      return (await verified(world)).unsealed;
    })
    .toBe(0);
  return verified(world);
}

async function entriesOf({ server, tenant }: World) {
  return server.services.client.sql`select id, seq, xid, after from journal_entries
    where tenant_id = ${tenant.id} order by seq nulls last, xid, id`;
}

/** A world with five sealed entries. */
async function chained(): Promise<{ world: World; ids: string[] }> {
  const world = await createWorld();
  for (let n = 1; n <= 5; n++) await made(world, { after: { n } });
  expect(await sealed(world)).toMatchObject({ verified: 5, broken: null });
  return { world, ids: (await entriesOf(world)).map((entry) => entry.id) };
}

describe('sealing', () => {
  it('gives entries of concurrent writers their places, without gaps and in the order of transactions', async () => {
    const world = await createWorld();
    const writers = Array.from({ length: 12 }, (_, w) =>
      made(world, { after: { w } }, { after: { w, second: true } }),
    );
    await Promise.all([...writers, seal(world), seal(world)]);
    expect(await sealed(world)).toMatchObject({ verified: 24, unsealed: 0, broken: null });
    const entries = await entriesOf(world);
    expect(entries.map((entry) => Number(entry.seq))).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    const order = entries.map((entry) => [BigInt(entry.xid), entry.id] as const);
    const inOrder = order.toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
    expect(order).toEqual(inOrder);
  });

  it('waits for a running transaction that began to write before', async () => {
    const world = await createWorld();
    const written = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const slow = slowly(world.ctx, {
      async meanwhile() {
        written.resolve();
        await end.promise;
      },
    });
    await written.promise;
    await made(world, {});
    await seal(world);
    expect(await verified(world)).toMatchObject({ verified: 0, unsealed: 1, broken: null });
    end.resolve();
    await slow;
    expect(await sealed(world)).toMatchObject({ verified: 2, broken: null });
    const { items } = await listJournal(world.ctx, {});
    expect(items.map(({ verb, seq }) => [verb, seq])).toEqual([
      ['note.made', 2],
      ['note.slow', 1],
    ]);
  });

  it('may run several times at once, and again without anything to do', async () => {
    const world = await createWorld();
    await Promise.all(Array.from({ length: 30 }, () => made(world, {})));
    await Promise.all(Array.from({ length: 4 }, () => seal(world)));
    const once = await sealed(world);
    expect(once).toMatchObject({ verified: 30, broken: null });
    await Promise.all([seal(world), seal(world)]);
    expect(await verified(world)).toEqual(once);
  });

  it('goes through all tenants and keeps their chains apart', async () => {
    const [one, two] = await Promise.all([createWorld(), createWorld()]);
    await Promise.all([made(one, {}, {}, {}), made(two, {})]);
    await sealJournals(one.server.systemContext('seal-journals', one.tenant));
    expect(await sealed(one)).toMatchObject({ verified: 3 });
    expect(await sealed(two)).toMatchObject({ verified: 1 });
  });
});

describe('verifying', () => {
  it('names an entry whose content was changed, whatever was changed of it', async () => {
    const { world, ids } = await chained();
    const { sql } = world.server.services.client;
    const mine = sql`tenant_id = ${world.tenant.id} and id = ${ids[2] ?? ''}`;
    const changes = [
      sql`after = '{"n": 30}'`,
      sql`verb = 'note.changed'`,
      sql`actor_id = ${newId()}`,
      sql`subject_id = ${newId()}`,
      sql`recorded_at = recorded_at - interval '1 day'`,
      sql`reason = 'because'`,
      sql`contact_id = ${newId()}`,
      sql`engagement_id = ${newId()}`,
      sql`request_id = 'other'`,
    ];
    class Undone extends Error {}
    for (const change of changes) {
      const forged = sql.begin(async (tx) => {
        await tx`update journal_entries set ${change} where ${mine}`;
        const [row] = await tx<(SealedContent & { content_hash: Buffer })[]>`
          select * from journal_entries where ${mine}`;
        expect(row && contentHash(row).equals(row.content_hash)).toBe(false);
        throw new Undone();
      });
      await expect(forged).rejects.toBeInstanceOf(Undone);
    }
    expect((await verified(world)).broken).toBeNull();
    await sql`update journal_entries set after = '{"n": 30}' where ${mine}`;
    expect(await verified(world)).toMatchObject({
      verified: 2,
      broken: { seq: 3, id: ids[2], reason: 'its content was changed' },
    });
    await sql`update journal_entries set content_hash = null where ${mine}`;
    expect((await verified(world)).broken).toMatchObject({ seq: 3, reason: 'its seal was removed' });
  });

  it('names the place of a removed entry', async () => {
    const { world, ids } = await chained();
    const { sql } = world.server.services.client;
    await sql`delete from journal_entries where tenant_id = ${world.tenant.id} and id = ${ids[1] ?? ''}`;
    expect((await verified(world)).broken).toEqual({ seq: 2, id: ids[2], reason: 'entry 2 is missing' });
  });

  it('names the first of two swapped entries', async () => {
    const { world, ids } = await chained();
    const { sql } = world.server.services.client;
    const place = (seq: number, id: string | undefined) =>
      sql`update journal_entries set seq = ${seq} where tenant_id = ${world.tenant.id} and id = ${id ?? ''}`;
    await place(99, ids[1]);
    await place(2, ids[3]);
    await place(4, ids[1]);
    expect((await verified(world)).broken).toEqual({
      seq: 2,
      id: ids[3],
      reason: 'it does not link to the entry before',
    });
  });

  it('sees a removed tail, and a head that was changed or removed', async () => {
    const { world, ids } = await chained();
    const { sql } = world.server.services.client;
    const chain = sql`tenant_id = ${world.tenant.id}`;
    await sql`update journal_chains set last_hash = decode(repeat('00', 32), 'hex') where ${chain}`;
    expect((await verified(world)).broken).toMatchObject({
      seq: 6,
      reason: 'the head of the chain was changed',
    });
    await sql`delete from journal_entries where ${chain} and id = ${ids[4] ?? ''}`;
    expect((await verified(world)).broken).toEqual({
      seq: 5,
      id: null,
      reason: 'entries after 4 were removed (the chain says 5)',
    });
    await sql`delete from journal_chains where ${chain}`;
    expect((await verified(world)).broken).toMatchObject({ reason: 'the head of the chain is missing' });
  });

  it('lets an erased entry hold, but not one that says something under that mark', async () => {
    const { world, ids } = await chained();
    const { sql } = world.server.services.client;
    const mine = sql`tenant_id = ${world.tenant.id} and id = ${ids[2] ?? ''}`;
    await sql`update journal_entries set before = null, after = null, reason = null, erased_at = now() where ${mine}`;
    expect(await verified(world)).toMatchObject({ verified: 5, erased: 1, broken: null });
    await sql`update journal_entries set after = '{"n": 31}' where ${mine}`;
    expect((await verified(world)).broken).toMatchObject({
      seq: 3,
      reason: 'it is marked as erased but says something',
    });
  });

  it('does not depend on the order in which the database keeps keys', () => {
    const base = {
      tenant_id: newId(),
      id: newId(),
      recorded_at: '2026-01-15T10:00:00.000Z',
      actor_kind: 'user',
      actor_id: null,
      verb: 'a.b',
      subject_type: 'a',
      subject_id: newId(),
      contact_id: null,
      before: null,
      reason: null,
      request_id: 'r',
    };
    const hashOf = (after: unknown) => contentHash({ ...base, after }).toString('hex');
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, two) => {
        expect(hashOf({ one, two })).toBe(hashOf({ two, one }));
        expect(hashOf({ one: { a: two, b: 1 } })).toBe(hashOf({ one: { b: 1, a: two } }));
      }),
    );
  });
});

describe('the list', () => {
  it('names who did what, the newest first, in pages', async () => {
    const world = await createWorld();
    for (let n = 0; n < 5; n++) await made(world, { after: { n } });
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listJournal>> = await listJournal(world.ctx, {
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map((entry) => entry.after));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([4, 3, 2, 1, 0].map((n) => ({ n })));
    const [newest] = (await listJournal(world.ctx, { limit: 1 })).items;
    expect(newest).toEqual({
      id: expect.any(String),
      verb: 'note.made',
      actor: { kind: 'user', id: world.user.id, name: world.user.name },
      subjectType: 'note',
      subjectId: expect.any(String),
      before: null,
      after: { n: 4 },
      reason: null,
      requestId: world.ctx.requestId,
      recordedAt: '2026-01-15T10:00:00.000Z',
      seq: null,
    });
  });

  it('filters by record, type, person and verb', async () => {
    const world = await createWorld();
    const other = await world.as('manager');
    const id = newId();
    await made(world, { subject: { type: 'contact', id }, verb: 'contact.updated' });
    await made(world, { subject: { type: 'quote', id: newId() } });
    await note(other, { entries: [{ subject: { type: 'contact', id: newId() } }] });
    await note(world.server.systemContext('test', world.tenant), { entries: [{}] });
    const count = async (filter: Parameters<typeof listJournal>[1]) =>
      (await listJournal(world.ctx, filter)).items.length;
    expect(await count({ subject: id })).toBe(1);
    expect(await count({ subject: 'contact' })).toBe(2);
    expect(await count({ actor: world.user.id })).toBe(2);
    expect(await count({ verb: 'contact.updated' })).toBe(1);
    expect(await count({ subject: 'contact', actor: world.user.id, verb: 'note.made' })).toBe(0);
    const [system] = (await listJournal(world.ctx, { limit: 1 })).items;
    expect(system?.actor).toEqual({ kind: 'system', id: null, name: '' });
  });

  it('is for owners, and of the own tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    await made(other, {});
    expect((await listJournal(world.ctx, {})).items).toEqual([]);
    await expect(listJournal(await world.as('manager'), {})).rejects.toMatchObject({
      details: { permission: 'journal.read' },
    });
    for (const cursor of ['x', Buffer.from('["1; drop", "x"]').toString('base64url')])
      await expect(listJournal(world.ctx, { cursor })).rejects.toMatchObject({
        details: [{ field: 'cursor' }],
      });
    await expect(listJournal(world.ctx, { subject: "'; --" })).rejects.toMatchObject({
      details: [{ field: 'subject' }],
    });
  });
});

describe('pnpm audit:verify', () => {
  const program = new URL('../../cli/audit-verify.ts', import.meta.url).pathname;
  const audit = async (
    databaseUrl: string,
    ...names: string[]
  ): Promise<{ code: number; lines: string[]; complaints: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: databaseUrl };
      execFile(process.execPath, [program, ...names], { env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), lines: stdout.split('\n'), complaints: stderr }),
      );
    });

  it('says one line per tenant and fails when one is broken', async () => {
    const { world: whole } = await chained();
    const { world: broken, ids } = await chained();
    await made(whole, {}, {});
    const { sql } = broken.server.services.client;
    const mine = sql`tenant_id = ${broken.tenant.id} and id = ${ids[3] ?? ''}`;
    await sql`update journal_entries set verb = 'note.forged' where ${mine}`;
    const { code, lines } = await audit(
      await testDatabaseUrl(),
      whole.tenant.subdomain,
      broken.tenant.subdomain,
    );
    expect(code).toBe(1);
    expect(lines).toContain(`${whole.tenant.subdomain}: 5 entries hold, 2 not sealed yet`);
    expect(lines).toContain(
      `${broken.tenant.subdomain}: 3 entries hold, BROKEN at entry 4 (${ids[3]}): its content was changed`,
    );
    const sound = await audit(await testDatabaseUrl(), whole.tenant.subdomain);
    expect([sound.code, sound.lines.length]).toEqual([0, 2]);
    const other = await audit('postgres://nobody:x@127.0.0.1:1/none');
    expect(other.code).toBe(2);
  });
});
