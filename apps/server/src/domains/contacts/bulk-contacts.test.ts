import { createContact } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import type { many } from '../../kernel/many.ts';
import { operations } from '../../kernel/operation.ts';
import { waitingFor } from '../../testing/concurrency.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { getContact } from './get-contact.ts';
import './contacts.router.ts';
import { matchContacts } from './match-contacts.ts';
import { tagContact } from './tag-contact.ts';

type Many = ReturnType<typeof many<(typeof tagContact)['input'], unknown>>;
const op = (name: string) => operations.get(`contacts.${name}`) as unknown as Many;
const [tagMany, updateMany, deleteMany, restoreMany] = [
  op('tagMany'),
  op('updateMany'),
  op('deleteMany'),
  op('restoreMany'),
] as [Many, Many, Many, Many];

const NOBODY = '00000000-0000-7000-8000-000000000000';
const fails = (id: string, code: string) =>
  expect.objectContaining({ id, ok: false, error: expect.objectContaining({ code }) });
const works = (id: string, facts = {}) => expect.objectContaining({ id, ok: true, error: null, ...facts });
const rowsOf = (...ids: string[]) => ({ run: crypto.randomUUID(), rows: ids.map((id) => ({ id })) });

async function make(world: World, facts: Parameters<typeof createContact>[2] = {}) {
  return createContact(world.server.services.client.db, world.tenant.id, facts);
}

async function journalOf(world: World) {
  const { sql } = world.server.services.client;
  return sql`select verb, subject_id, contact_id, before, after, request_id from journal_entries
    where tenant_id = ${world.tenant.id} order by xid, id`;
}

describe('a verb done to many rows', () => {
  it('tells each row’s result, with what it was, and journals what changed under the run', async () => {
    const [world, stranger] = await Promise.all([createWorld('member'), createWorld()]);
    const one = await make(world, { tags: ['old', 'kept'] });
    const two = await make(world, { tags: ['new'] });
    const full = await make(world, { tags: Array.from({ length: 10 }, (_, i) => `t${i}`) });
    const foreign = await make(stranger);
    const run = crypto.randomUUID();
    const rows = [one.id, NOBODY, full.id, two.id, foreign.id].map((id) => ({
      id,
      add: ['new'],
      remove: ['old'],
    }));
    expect(await tagMany(world.ctx, { run, rows })).toEqual({
      succeeded: 2,
      failed: 3,
      results: [
        {
          id: one.id,
          ok: true,
          error: null,
          changed: true,
          before: { tags: ['old', 'kept'] },
          version: 2,
        },
        {
          id: NOBODY,
          ok: false,
          error: { code: 'NOT_FOUND', message: 'Contact not found', details: null },
          changed: false,
          before: null,
          version: null,
        },
        fails(full.id, 'VALIDATION_ERROR'),
        works(two.id, { changed: false, before: null, version: 1 }),
        fails(foreign.id, 'NOT_FOUND'),
      ],
    });
    expect(await getContact(world.ctx, { id: one.id })).toMatchObject({ tags: ['kept', 'new'], version: 2 });
    expect(await getContact(stranger.ctx, { id: foreign.id })).toMatchObject({ tags: [], version: 1 });
    expect(await journalOf(world)).toMatchObject([
      {
        verb: 'contact.updated',
        contact_id: one.id,
        before: { tags: ['old', 'kept'] },
        after: { tags: ['kept', 'new'] },
        request_id: run,
      },
    ]);
  });

  it('does nothing twice when a chunk is sent again, even while the first is on its way', async () => {
    const world = await createWorld();
    const ids = await Promise.all(Array.from({ length: 6 }, async () => (await make(world)).id));
    const chunk = rowsOf(...ids);
    const answers = await Promise.all([
      deleteMany(world.ctx, chunk as never),
      deleteMany(world.ctx, chunk as never),
    ]);
    for (const { succeeded, failed } of answers)
      expect({ succeeded, failed }).toEqual({ succeeded: 6, failed: 0 });
    expect(await deleteMany(world.ctx, chunk as never)).toMatchObject({ succeeded: 6, failed: 0 });
    expect(await journalOf(world)).toHaveLength(6);
    // Another run is another wish: these are gone.
    expect(await deleteMany(world.ctx, rowsOf(...ids) as never)).toMatchObject({ succeeded: 0, failed: 6 });
  });

  it('refuses to take back over what a colleague wrote since', async () => {
    const world = await createWorld();
    const { id } = await make(world);
    const set = async (isVip: boolean, version?: number) =>
      updateMany(world.ctx, { run: crypto.randomUUID(), rows: [{ id, isVip, version }] } as never);
    const { results } = await set(true);
    const version = results[0]?.version as number;
    expect(results).toEqual([works(id, { changed: true, before: { isVip: false }, version: 2 })]);
    await set(false, version);
    expect((await set(true, version)).results).toEqual([fails(id, 'VERSION_CONFLICT')]);
  });

  it('keeps the tags of two simultaneous runs', async () => {
    const world = await createWorld();
    const ids = [(await make(world)).id, (await make(world)).id];
    const add = (tag: string, rows: string[]) =>
      tagMany(world.ctx, { run: crypto.randomUUID(), rows: rows.map((id) => ({ id, add: [tag] })) });
    await Promise.all([add('a', ids), add('b', ids.toReversed())]);
    for (const id of ids) {
      expect((await getContact(world.ctx, { id })).tags.toSorted()).toEqual(['a', 'b']);
    }
  });

  it('refuses who may not, and chunks without or with too many rows', async () => {
    const world = await createWorld();
    const { id } = await make(world);
    const run = crypto.randomUUID();
    const refusals = [
      [await world.as('accountant'), { run, rows: [{ id, add: ['a'] }] }, 'FORBIDDEN'],
      [world.ctx, { run, rows: [] }, 'VALIDATION_ERROR'],
      [world.ctx, { run: 'x', rows: [{ id, add: ['a'] }] }, 'VALIDATION_ERROR'],
      [
        world.ctx,
        { run, rows: Array.from({ length: 101 }, () => ({ id: crypto.randomUUID(), add: ['a'] })) },
        'VALIDATION_ERROR',
      ],
    ] as const;
    for (const [ctx, input, code] of refusals) {
      await expect(tagMany(ctx, input as never)).rejects.toMatchObject({ code });
    }
    const member = await world.as('member');
    await expect(deleteMany(member, rowsOf(id) as never)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(tagContact(world.ctx, { id })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
  });
});

describe('restoring many contacts', () => {
  const deletedAt = new Date('2026-01-10T00:00:00Z');

  it('brings back what was deleted, each with its entry', async () => {
    const [world, stranger] = await Promise.all([createWorld('manager'), createWorld()]);
    const one = await make(world, { email: 'one@example.fr', deletedAt });
    const foreign = await make(stranger, { deletedAt });
    const erased = await make(world, { deletedAt, erasedAt: deletedAt });
    const live = await make(world);
    const ids = [one.id, foreign.id, erased.id, live.id];
    expect((await restoreMany(world.ctx, rowsOf(...ids) as never)).results).toEqual([
      works(one.id, { changed: true, version: 2 }),
      ...[foreign, erased, live].map(({ id }) => fails(id, 'NOT_FOUND')),
    ]);
    expect(await getContact(world.ctx, { id: one.id })).toMatchObject({ email: 'one@example.fr' });
    expect(await journalOf(world)).toMatchObject([{ verb: 'contact.restored', subject_id: one.id }]);
  });

  it('refuses the one whose address was taken meanwhile, and one of two with the same', async () => {
    const world = await createWorld();
    await make(world, { email: 'taken@example.fr' });
    const blocked = await make(world, { email: 'taken@example.fr', deletedAt });
    const first = await make(world, { email: 'twice@example.fr', deletedAt });
    const second = await make(world, { email: 'twice@example.fr', deletedAt });
    const { results } = await restoreMany(world.ctx, rowsOf(blocked.id, first.id, second.id) as never);
    expect(results[0]).toEqual(fails(blocked.id, 'CONTACT_EMAIL_EXISTS'));
    expect(
      results
        .slice(1)
        .map(({ error }) => error?.code ?? null)
        .toSorted(),
    ).toEqual(['CONTACT_EMAIL_EXISTS', null]);
  });

  it('refuses only the row whose address is taken while it is being restored', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const contested = await make(world, { email: 'contested@example.fr', deletedAt });
    const other = await make(world, { email: 'other@example.fr', deletedAt });
    const rival = await sql.reserve();
    await rival`begin`;
    await rival`insert into contacts (tenant_id, display_name, search_text, email)
      values (${world.tenant.id}, 'x', 'x', 'contested@example.fr')`;
    const restoring = restoreMany(world.ctx, rowsOf(contested.id, other.id) as never);
    await waitingFor(sql, rival);
    await rival`commit`;
    rival.release();
    expect((await restoring).results).toEqual([fails(contested.id, 'CONTACT_EMAIL_EXISTS'), works(other.id)]);
  });

  it('brings back as many as the plan has room for', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    for (let i = 0; i < 99; i++) await make(world);
    const ids = [(await make(world, { deletedAt })).id, (await make(world, { deletedAt })).id];
    const { results } = await restoreMany(world.ctx, rowsOf(...ids) as never);
    expect(results.map(({ error }) => error?.code ?? null).toSorted()).toEqual(['PLAN_LIMIT_REACHED', null]);
  });
});

it('finds whom a filter means, and nobody else', async () => {
  const [world, stranger] = await Promise.all([createWorld('member'), createWorld()]);
  const [one, two] = [await make(world, { tags: ['vip'] }), await make(world, { tags: ['vip'] })];
  await make(world);
  await make(world, { tags: ['vip'], deletedAt: new Date() });
  await make(stranger, { tags: ['vip'] });
  const found = await matchContacts(world.ctx, { tags: ['vip'] });
  expect(found).toEqual({
    items: [one, two].map(({ id, displayName }) => ({ id, name: displayName })),
    more: false,
  });
});
