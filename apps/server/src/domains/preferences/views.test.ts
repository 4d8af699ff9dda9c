import { SAVED_VIEWS_MAX } from '@officina/contracts/preferences';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { createWorld, testServer, type World } from '../../testing/harness.ts';
import { createView } from './create-view.ts';
import { deleteView } from './delete-view.ts';
import { listViews } from './list-views.ts';
import { restoreView } from './restore-view.ts';
import { updateView } from './update-view.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

const list = 'contacts';
const params = { q: 'dupont', sort: '-createdAt' };
const missing = { code: 'NOT_FOUND', message: 'View not found' };
const labelsOf = async (ctx: Ctx) => (await listViews(ctx, { list })).items.map(({ label }) => label);
const save = (ctx: Ctx, label: string, shared = false) => createView(ctx, { list, label, params, shared });

async function journalOf({ server, tenant }: World) {
  return server.services.client
    .sql`select verb, subject_id, before, after from journal_entries where tenant_id = ${tenant.id} order by xid, id`;
}

describe('saved views', () => {
  it('are kept for their owner alone, by name and per list', async () => {
    const world = await createWorld('member');
    const made = await createView(world.ctx, { list, label: '  Fleet  ', params });
    expect(made).toEqual({
      id: expect.any(String),
      list,
      label: 'Fleet',
      params,
      shared: false,
      owner: null,
      version: 1,
      abilities: { edit: true, share: true },
    });
    await save(world.ctx, 'after');
    await createView(world.ctx, { list: 'quotes', label: 'Other', params: {} });
    expect((await listViews(world.ctx, { list })).items[1]).toEqual(made);
    expect(await labelsOf(world.ctx)).toEqual(['after', 'Fleet']);
    const boss = await world.as('owner');
    expect(await labelsOf(boss)).toEqual([]);
    for (const change of [updateView(boss, { id: made.id, label: 'x' }), deleteView(boss, { id: made.id })])
      await expect(change).rejects.toMatchObject(missing);
    expect((await journalOf(world))[0]).toMatchObject({
      verb: 'view.created',
      subject_id: made.id,
      after: { list, label: 'Fleet', params, shared: false },
    });
  });

  it('are shared with colleagues, who use but cannot change them', async () => {
    const world = await createWorld('manager');
    const { id } = await save(world.ctx, 'Team', true);
    const colleague = await world.as('member');
    expect((await listViews(colleague, { list })).items).toMatchObject([
      {
        label: 'Team',
        shared: true,
        owner: { id: world.user.id, name: 'Marc Dupont' },
        abilities: { edit: false, share: false },
      },
    ]);
    const forbidden = { code: 'FORBIDDEN' };
    await expect(updateView(colleague, { id, label: 'Mine' })).rejects.toMatchObject(forbidden);
    await expect(deleteView(colleague, { id })).rejects.toMatchObject(forbidden);
    await updateView(world.ctx, { id, shared: false });
    expect(await labelsOf(colleague)).toEqual([]);
  });

  it('that are shared are put in order by owners and admins, who cannot hide them', async () => {
    const world = await createWorld('member');
    const { id } = await save(world.ctx, 'Team', true);
    const boss = await world.as('admin');
    expect((await listViews(boss, { list })).items).toMatchObject([
      { abilities: { edit: true, share: false } },
    ]);
    expect(await updateView(boss, { id, label: 'Everybody' })).toMatchObject({ label: 'Everybody' });
    await expect(updateView(boss, { id, shared: false })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await deleteView(boss, { id });
    expect(await labelsOf(world.ctx)).toEqual([]);
    await restoreView(boss, { id });
    expect(await labelsOf(world.ctx)).toEqual(['Everybody']);
  });

  it('are renamed and given another state, with before and after in the journal', async () => {
    const world = await createWorld();
    const { id } = await save(world.ctx, 'One');
    const changed = await updateView(world.ctx, { id, version: 1, label: 'Two', params: { tags: 'vip' } });
    expect(changed).toMatchObject({ label: 'Two', params: { tags: 'vip' }, version: 2 });
    expect(await updateView(world.ctx, { id, label: 'Two' })).toMatchObject({ version: 2 });
    expect((await journalOf(world)).slice(1)).toMatchObject([
      {
        verb: 'view.updated',
        before: { label: 'One', params },
        after: { label: 'Two', params: { tags: 'vip' } },
      },
    ]);
    await expect(updateView(world.ctx, { id, version: 1, label: 'x' })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    await expect(updateView(world.ctx, { id })).rejects.toMatchObject({
      details: [{ field: 'body', message: 'Nothing to change' }],
    });
  });

  it('come back after a deletion, unless their name is taken', async () => {
    const world = await createWorld();
    const { id } = await save(world.ctx, 'Fleet');
    await deleteView(world.ctx, { id });
    await expect(deleteView(world.ctx, { id })).rejects.toMatchObject(missing);
    expect(await restoreView(world.ctx, { id })).toMatchObject({ id, label: 'Fleet', version: 2 });
    await expect(restoreView(world.ctx, { id })).rejects.toMatchObject(missing);
    await deleteView(world.ctx, { id });
    await save(world.ctx, 'fleet');
    await expect(restoreView(world.ctx, { id })).rejects.toMatchObject({ details: [{ field: 'label' }] });
    expect((await journalOf(world)).map(({ verb }) => verb)).toEqual([
      'view.created',
      'view.deleted',
      'view.restored',
      'view.deleted',
      'view.created',
    ]);
  });

  it('have one name each per person: of several at once one is kept', async () => {
    const world = await createWorld();
    const outcomes = await Promise.allSettled(
      ['Fleet', 'fleet', 'FLEET'].map((label) => save(world.ctx, label)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(late?.reason).toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'label', message: 'You already have a view with this name' }],
    });
    expect(await save(await world.as('member'), 'Fleet')).toMatchObject({ label: 'Fleet' });
  });

  it('are bounded per person, also when several are saved at once', async () => {
    const world = await createWorld();
    for (let i = 1; i < SAVED_VIEWS_MAX; i++) await save(world.ctx, `view ${i}`);
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((label) => save(world.ctx, label)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await labelsOf(world.ctx)).toHaveLength(SAVED_VIEWS_MAX);
  });

  it('take plain search params of a bounded size and name every fault', async () => {
    const { ctx } = await createWorld();
    const faulty = (input: object) => createView(ctx, { list, label: 'x', params, ...input } as never);
    const fieldsOf = async (input: object) => {
      const error = await faulty(input).catch((reason) => reason);
      expect(error.code).toBe('VALIDATION_ERROR');
      return error.details.map(({ field }: { field: string }) => field);
    };
    expect(await fieldsOf({ list: 'No such', label: 'a\nb', params: [], shared: 'yes' })).toEqual([
      'list',
      'label',
      'params',
      'shared',
    ]);
    expect(await fieldsOf({ params: { q: { nested: true } } })).toEqual(['params.q']);
    expect(await fieldsOf({ params: { q: 'x'.repeat(501) } })).toEqual(['params.q']);
    expect(await fieldsOf({ params: { 'a b': 'x' } })).toEqual(['params.a b']);
    const many = Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`p${i}`, 'x']));
    expect(await fieldsOf({ params: many })).toEqual(['params']);
    expect(await fieldsOf({ label: 'x'.repeat(81) })).toEqual(['label']);
  });

  it('belong to the staff of their tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const { id } = await save(world.ctx, 'Team', true);
    expect(await labelsOf(other.ctx)).toEqual([]);
    for (const bad of [id, 'x', '00000000-0000-7000-8000-000000000000'])
      await expect(updateView(other.ctx, { id: bad, label: 'x' })).rejects.toMatchObject(missing);
    await expect(listViews(await world.as('client'), { list })).rejects.toMatchObject({
      details: { permission: 'views.save' },
    });
  });
});
