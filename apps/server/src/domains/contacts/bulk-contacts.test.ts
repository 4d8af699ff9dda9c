import { createContact } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { waitingFor } from '../../testing/concurrency.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { deleteContacts } from './delete-contacts.ts';
import { getContact } from './get-contact.ts';
import { restoreContacts } from './restore-contacts.ts';
import { tagContacts } from './tag-contacts.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const fails = (id: string, code: string) => ({ id, ok: false, error: { code, message: expect.any(String) } });
const works = (id: string) => ({ id, ok: true, error: null });

async function make(world: World, facts: Parameters<typeof createContact>[2] = {}) {
  return createContact(world.server.services.client.db, world.tenant.id, facts);
}

async function verbs(world: World) {
  const { sql } = world.server.services.client;
  return sql`select verb, subject_id, contact_id, before, after from journal_entries
    where tenant_id = ${world.tenant.id} order by xid, id`;
}

describe('tagging many contacts', () => {
  it('adds and removes, tells each row’s result, and journals what changed', async () => {
    const [world, stranger] = await Promise.all([createWorld('member'), createWorld()]);
    const one = await make(world, { tags: ['old', 'kept'] });
    const two = await make(world, { tags: ['new'] });
    const full = await make(world, { tags: Array.from({ length: 10 }, (_, i) => `t${i}`) });
    const foreign = await make(stranger);
    const ids = [one.id, NOBODY, full.id, two.id, foreign.id];
    const result = await tagContacts(world.ctx, { ids, add: ['new'], remove: ['old'] });
    expect(result).toEqual({
      succeeded: 2,
      failed: 3,
      results: [
        works(one.id),
        fails(NOBODY, 'NOT_FOUND'),
        fails(full.id, 'VALIDATION_ERROR'),
        works(two.id),
        fails(foreign.id, 'NOT_FOUND'),
      ],
    });
    expect(await getContact(world.ctx, { id: one.id })).toMatchObject({ tags: ['kept', 'new'], version: 2 });
    expect(await getContact(world.ctx, { id: two.id })).toMatchObject({ tags: ['new'], version: 1 });
    expect(await verbs(world)).toMatchObject([
      {
        verb: 'contact.updated',
        contact_id: one.id,
        before: { tags: ['old', 'kept'] },
        after: { tags: ['kept', 'new'] },
      },
    ]);
  });

  it('keeps the tags of two simultaneous calls', async () => {
    const world = await createWorld();
    const ids = [(await make(world)).id, (await make(world)).id];
    await Promise.all([
      tagContacts(world.ctx, { ids, add: ['a'] }),
      tagContacts(world.ctx, { ids: ids.toReversed(), add: ['b'] }),
    ]);
    for (const id of ids) {
      expect((await getContact(world.ctx, { id })).tags.toSorted()).toEqual(['a', 'b']);
    }
  });

  it('refuses who may not edit, empty wishes and too many rows', async () => {
    const world = await createWorld();
    const { id } = await make(world);
    const refusals = [
      [await world.as('accountant'), { ids: [id], add: ['a'] }, 'FORBIDDEN'],
      [world.ctx, { ids: [id] }, 'VALIDATION_ERROR'],
      [world.ctx, { ids: [], add: ['a'] }, 'VALIDATION_ERROR'],
      [world.ctx, { ids: Array.from({ length: 501 }, () => id), add: ['a'] }, 'VALIDATION_ERROR'],
    ] as const;
    for (const [ctx, input, code] of refusals) {
      await expect(tagContacts(ctx, { ...input, ids: [...input.ids] } as never)).rejects.toMatchObject({
        code,
      });
    }
  });
});

describe('deleting and restoring many contacts', () => {
  it('deletes and restores what is there, each with its entry', async () => {
    const [world, stranger] = await Promise.all([createWorld('manager'), createWorld()]);
    const one = await make(world, { email: 'one@example.fr' });
    const two = await make(world);
    const foreign = await make(stranger);
    const ids = [two.id, foreign.id, one.id, two.id];
    expect(await deleteContacts(world.ctx, { ids })).toEqual({
      succeeded: 2,
      failed: 1,
      results: [works(two.id), fails(foreign.id, 'NOT_FOUND'), works(one.id)],
    });
    await expect(getContact(world.ctx, { id: one.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await getContact(stranger.ctx, { id: foreign.id })).toMatchObject({ id: foreign.id });
    expect(await restoreContacts(world.ctx, { ids })).toMatchObject({ succeeded: 2, failed: 1 });
    expect(await getContact(world.ctx, { id: one.id })).toMatchObject({
      email: 'one@example.fr',
      version: 2,
    });
    const written = (await verbs(world)).map(({ verb }) => verb);
    expect(written.toSorted()).toEqual([
      'contact.deleted',
      'contact.deleted',
      'contact.restored',
      'contact.restored',
    ]);
  });

  it('restores no contact that lives, is erased, or whose address is taken, by another or by one of the same call', async () => {
    const world = await createWorld();
    const deletedAt = new Date('2026-01-10T00:00:00Z');
    const live = await make(world, { email: 'taken@example.fr' });
    const blocked = await make(world, { email: 'taken@example.fr', deletedAt });
    const first = await make(world, { email: 'twice@example.fr', deletedAt });
    const second = await make(world, { email: 'twice@example.fr', deletedAt });
    const erased = await make(world, { deletedAt, erasedAt: deletedAt });
    const ids = [live.id, blocked.id, first.id, second.id, erased.id];
    expect((await restoreContacts(world.ctx, { ids })).results).toEqual([
      fails(live.id, 'NOT_FOUND'),
      fails(blocked.id, 'CONTACT_EMAIL_EXISTS'),
      works(first.id),
      fails(second.id, 'CONTACT_EMAIL_EXISTS'),
      fails(erased.id, 'NOT_FOUND'),
    ]);
  });

  it('restores as many as the plan has room for', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    for (let i = 0; i < 99; i++) await make(world);
    const deletedAt = new Date('2026-01-10T00:00:00Z');
    const ids = [(await make(world, { deletedAt })).id, (await make(world, { deletedAt })).id];
    expect((await restoreContacts(world.ctx, { ids })).results).toEqual([
      works(ids[0] as string),
      fails(ids[1] as string, 'PLAN_LIMIT_REACHED'),
    ]);
  });

  it('refuses only the row whose address is taken while it is being restored', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const deletedAt = new Date('2026-01-10T00:00:00Z');
    const contested = await make(world, { email: 'contested@example.fr', deletedAt });
    const other = await make(world, { email: 'other@example.fr', deletedAt });
    const rival = await sql.reserve();
    await rival`begin`;
    await rival`insert into contacts (tenant_id, display_name, search_text, email)
      values (${world.tenant.id}, 'x', 'x', 'contested@example.fr')`;
    const restoring = restoreContacts(world.ctx, { ids: [contested.id, other.id] });
    await waitingFor(sql, rival);
    await rival`commit`;
    rival.release();
    expect((await restoring).results).toEqual([fails(contested.id, 'CONTACT_EMAIL_EXISTS'), works(other.id)]);
  });

  it('is refused to members', async () => {
    const world = await createWorld('member');
    const ids = [(await make(world)).id];
    await expect(deleteContacts(world.ctx, { ids })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(restoreContacts(world.ctx, { ids })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
