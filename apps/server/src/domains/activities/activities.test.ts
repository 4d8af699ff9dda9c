import { createContact } from '@officina/db/factories';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { userIdOf } from '../../kernel/actor.ts';
import { write } from '../../kernel/operation.ts';
import { createWorld, testServer, type World } from '../../testing/harness.ts';
import { updateContact } from '../contacts/update-contact.ts';
import { listActivities, pageActivities } from './activity-reads.ts';
import { readTimeline } from './contact-timeline.ts';
import { logActivity } from './log-activity.ts';
import { logManualActivity } from './log-manual-activity.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

/** A change of a task and of a message, and a fact, as other domains write them. */
const changeThings = write({
  name: 'test.changeActivity',
  permission: 'contacts.edit',
  input: z.object({ contactId: z.string(), fail: z.boolean().default(false) }),
  async run(ctx, { contactId, fail }) {
    const subject = { type: 'task', id: contactId };
    ctx.record({ verb: 'task.completed', subject, contactId });
    ctx.record({ verb: 'message.queued', subject: { ...subject, type: 'message' }, contactId });
    ctx.record({ verb: 'binder.received', subject: { ...subject, type: 'binder' }, contactId });
    await logActivity(ctx, { type: 'EMAIL_SENT', description: 'Devis', contactId, metadata: { n: 1 } });
    if (fail) throw new Error('changed its mind');
  },
});

const contactIn = ({ server, tenant }: World) => createContact(server.services.client.db, tenant.id);

async function deleteRow(world: World, id: string): Promise<void> {
  await world.server.services.client.db
    .update(contacts)
    .set({ deletedAt: new Date() })
    .where(and(eq(contacts.tenantId, world.tenant.id), eq(contacts.id, id)));
}

const note = { type: 'NOTE_ADDED' as const, description: 'Rappeler lundi' };

describe('logging an activity', () => {
  it('keeps what was given, in the name of who wrote it, with one journal entry', async () => {
    const world = await createWorld('member');
    const { id: contactId } = await contactIn(world);
    const made = await logManualActivity(world.ctx, {
      type: 'CALL_MADE',
      description: '  Appel  ',
      contactId,
      metadata: { duration: 300, nested: { list: [1, null, 'é'] } },
    });
    expect(made).toEqual({
      id: expect.any(String),
      type: 'CALL_MADE',
      description: 'Appel',
      user: { id: world.user.id, name: 'Marc Dupont' },
      contact: { id: contactId, name: 'Jean Martin' },
      metadata: { duration: 300, nested: { list: [1, null, 'é'] } },
      createdAt: '2026-01-15T10:00:00.000Z',
    });
    expect((await listActivities(world.ctx, {})).items).toEqual([made]);
    const { sql } = world.server.services.client;
    expect(
      await sql`select verb, contact_id from journal_entries where tenant_id = ${world.tenant.id}`,
    ).toMatchObject([{ verb: 'activity.logged', contact_id: contactId }]);
  });

  it('needs no contact', async () => {
    const world = await createWorld();
    expect(await logManualActivity(world.ctx, note)).toMatchObject({ contact: null, metadata: {} });
  });

  it('knows no deleted, foreign or unknown contact', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const foreign = await contactIn(other);
    const deleted = await contactIn(world);
    await deleteRow(world, deleted.id);
    for (const contactId of [foreign.id, deleted.id, '00000000-0000-7000-8000-000000000000']) {
      await expect(logManualActivity(world.ctx, { ...note, contactId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'Contact not found',
      });
    }
    expect((await listActivities(world.ctx, {})).items).toEqual([]);
  });

  it('names every faulty field', async () => {
    const world = await createWorld();
    const faulty = { type: 'SMOKE_SIGNAL', description: ' ', contactId: 'x', metadata: [1] };
    await expect(logManualActivity(world.ctx, faulty as never)).rejects.toMatchObject({
      details: ['type', 'description', 'contactId', 'metadata'].map((field) => ({ field })),
    });
    const big = { text: 'é'.repeat(4100) };
    await expect(logManualActivity(world.ctx, { ...note, metadata: big })).rejects.toMatchObject({
      details: [{ field: 'metadata', message: 'At most 8 KB' }],
    });
  });

  it('is refused to an accountant', async () => {
    const world = await createWorld('accountant');
    await expect(logManualActivity(world.ctx, note)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('by another domain stands or falls with its change', async () => {
    const world = await createWorld();
    const { id: contactId } = await contactIn(world);
    await expect(changeThings(world.ctx, { contactId, fail: true })).rejects.toThrow('changed its mind');
    expect((await listActivities(world.ctx, {})).items).toEqual([]);
    await changeThings(world.ctx, { contactId });
    expect((await listActivities(world.ctx, {})).items).toMatchObject([{ description: 'Devis' }]);
  });
});

describe('listing activities', () => {
  it('filters by contact, user, type and days of the tenant, both ends included', async () => {
    const world = await createWorld();
    const colleague = await world.as('member');
    const { clock } = world.server;
    const { id: contactId } = await contactIn(world);
    // 23:30 of the 9th in UTC is the 10th in Paris.
    clock.set('2026-01-09T23:30:00.000Z');
    await logManualActivity(world.ctx, { ...note, description: 'first' });
    clock.set('2026-01-10T22:59:59.999Z');
    await logManualActivity(colleague, { type: 'MEETING', description: 'second', contactId });
    clock.set('2026-01-10T23:00:00.000Z');
    await logManualActivity(world.ctx, { ...note, description: 'third', contactId });
    const found = async (filters: Parameters<typeof listActivities>[1]) =>
      (await listActivities(world.ctx, filters)).items.map(({ description }) => description);
    expect(await found({})).toEqual(['third', 'second', 'first']);
    expect(await found({ contactId })).toEqual(['third', 'second']);
    expect(await found({ userId: userIdOf(colleague.actor) ?? '' })).toEqual(['second']);
    expect(await found({ type: 'NOTE_ADDED' })).toEqual(['third', 'first']);
    expect(await found({ from: '2026-01-10', to: '2026-01-10' })).toEqual(['second', 'first']);
    expect(await found({ from: '2026-01-11' })).toEqual(['third']);
    expect(await found({ to: '2026-01-10T22:59:59.999Z' })).toEqual(['second', 'first']);
    expect(await found({ from: '2026-01-10T23:59:59.999+01:00', contactId })).toEqual(['third', 'second']);
    await expect(found({ from: '2026-02-30' })).rejects.toMatchObject({ details: [{ field: 'from' }] });
    await deleteRow(world, contactId);
    expect(await found({ contactId })).toEqual([]);
    expect(await found({})).toHaveLength(3);
  });

  it('pages by cursor, also through one moment', async () => {
    const world = await createWorld();
    for (const [i, seconds] of [1, 0, 0, 1, 1].entries()) {
      await logManualActivity(world.ctx, { ...note, description: String(i) });
      world.server.clock.advance({ seconds });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listActivities>> = await listActivities(world.ctx, {
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map(({ description }) => description));
      cursor = page.nextCursor;
    } while (cursor);
    expect([...seen.slice(0, 1), ...seen.slice(1, 4).sort(), ...seen.slice(4)]).toEqual([
      '4',
      '1',
      '2',
      '3',
      '0',
    ]);
  });

  it('shows nothing of another tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const { id: contactId } = await contactIn(other);
    await logManualActivity(other.ctx, { ...note, contactId });
    expect((await listActivities(world.ctx, { contactId })).items).toEqual([]);
    expect(await pageActivities(world.ctx, { page: 1, limit: 10 })).toEqual({
      items: [],
      numbered: { page: 1, limit: 10, total: 0 },
    });
  });
});

describe('the timeline of a contact', () => {
  it('merges facts and changes, newest first, each told once', async () => {
    const world = await createWorld();
    const { clock } = world.server;
    const { id: contactId } = await contactIn(world);
    clock.set('2026-01-10T08:00:00.000Z');
    await logManualActivity(world.ctx, { ...note, contactId });
    clock.set('2026-01-11T08:00:00.000Z');
    await updateContact(world.ctx, { id: contactId, company: 'Dupont SARL' });
    clock.set('2026-01-12T08:00:00.000Z');
    await logManualActivity(world.ctx, { ...note });
    await changeThings(world.ctx, { contactId });
    const { items } = await readTimeline(world.ctx, { contactId });
    const user = { id: world.user.id, name: 'Marc Dupont' };
    expect(
      new Set(items.slice(0, 2).map((item) => (item.kind === 'change' ? item.verb : item.type))),
    ).toEqual(new Set(['EMAIL_SENT', 'task.completed']));
    expect(items.slice(2)).toEqual([
      {
        kind: 'change',
        id: expect.any(String),
        at: '2026-01-11T08:00:00.000Z',
        user,
        verb: 'contact.updated',
        subject: { type: 'contact', id: contactId },
        before: { company: null },
        after: { company: 'Dupont SARL' },
        reason: null,
      },
      {
        kind: 'activity',
        id: expect.any(String),
        at: '2026-01-10T08:00:00.000Z',
        user,
        ...note,
        metadata: {},
      },
    ]);
  });

  it('pages by cursor without gap or overlap', async () => {
    const world = await createWorld();
    const { id: contactId } = await contactIn(world);
    for (let i = 0; i < 4; i++) {
      await logManualActivity(world.ctx, { ...note, contactId });
      await updateContact(world.ctx, { id: contactId, company: `c${i}` });
      if (i % 2) world.server.clock.advance({ minutes: 1 });
    }
    const whole = (await readTimeline(world.ctx, { contactId })).items;
    expect(whole).toHaveLength(8);
    const seen: typeof whole = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readTimeline>> = await readTimeline(world.ctx, {
        contactId,
        limit: 3,
        cursor,
      });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole);
  });

  it('tells of tasks only to who may read tasks', async () => {
    const world = await createWorld();
    const { id: contactId } = await contactIn(world);
    await changeThings(world.ctx, { contactId });
    const { items } = await readTimeline(await world.as('accountant'), { contactId });
    expect(items.map(({ kind }) => kind)).toEqual(['activity']);
  });

  it('of a foreign, deleted or unknown contact is not there', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const foreign = await contactIn(other);
    const deleted = await contactIn(world);
    await deleteRow(world, deleted.id);
    for (const contactId of [foreign.id, deleted.id, 'nonsense']) {
      await expect(readTimeline(world.ctx, { contactId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'Contact not found',
      });
    }
  });
});
