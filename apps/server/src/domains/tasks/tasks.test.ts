import { createContact } from '@officina/db/factories';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { createWorld, testServer, type World } from '../../testing/harness.ts';
import { deleteContact } from '../contacts/delete-contact.ts';
import { restoreContact } from '../contacts/restore-contact.ts';
import { listNotifications } from '../notifications/notification-reads.ts';
import { createTask } from './create-task.ts';
import { deleteTask } from './delete-task.ts';
import { getTask } from './get-task.ts';
import { moveTask } from './move-task.ts';
import { restoreTask } from './restore-task.ts';
import { listTasks, readBoard } from './task-reads.ts';
import { updateTask } from './update-task.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

const idOf = (ctx: Ctx): string => userIdOf(ctx.actor) ?? '';
const contactIn = ({ server, tenant }: World) => createContact(server.services.client.db, tenant.id);
const nobody = '00000000-0000-7000-8000-000000000000';
const missing = { code: 'NOT_FOUND', message: 'Task not found' };

async function journalOf({ server, tenant }: World) {
  return server.services.client
    .sql`select verb, contact_id, before, after from journal_entries where tenant_id = ${tenant.id} order by xid, id`;
}

async function removeMember({ server, tenant }: World, userId: string): Promise<void> {
  await server.services.client.db
    .update(members)
    .set({ removedAt: new Date() })
    .where(and(eq(members.tenantId, tenant.id), eq(members.userId, userId)));
}

const titlesOf = async (ctx: Ctx, filters: Parameters<typeof listTasks>[1] = {}) =>
  (await listTasks(ctx, filters)).items.map(({ title }) => title);

describe('creating a task', () => {
  it('is to do and of medium priority unless told otherwise', async () => {
    const world = await createWorld('member');
    const made = await createTask(world.ctx, { title: '  Préparer devis  ' });
    expect(made).toEqual({
      id: expect.any(String),
      title: 'Préparer devis',
      description: null,
      assignee: null,
      contact: null,
      dueAt: null,
      status: 'todo',
      priority: 'medium',
      position: expect.any(Number),
      completedAt: null,
      version: 1,
      createdAt: '2026-01-15T10:00:00.000Z',
      updatedAt: '2026-01-15T10:00:00.000Z',
      abilities: { edit: true, delete: false },
    });
    expect((await listTasks(world.ctx, {})).items).toEqual([made]);
  });

  it('names assignee and contact, tells the assignee, and stands on the contact’s timeline', async () => {
    const world = await createWorld();
    const colleague = await world.as('member');
    const { id: contactId } = await contactIn(world);
    const made = await createTask(world.ctx, {
      title: 'Rappeler',
      assigneeId: idOf(colleague),
      contactId,
      priority: 'urgent',
    });
    expect(made).toMatchObject({
      assignee: { id: idOf(colleague), name: 'Marc Dupont' },
      contact: { id: contactId, name: 'Jean Martin' },
    });
    expect((await listNotifications(colleague, {})).items).toMatchObject([
      {
        kind: 'task.assigned',
        params: { title: 'Rappeler', by: 'Marc Dupont' },
        link: `/tasks?task=${made.id}`,
      },
    ]);
    expect(await journalOf(world)).toMatchObject([
      { verb: 'task.created', contact_id: contactId, after: { title: 'Rappeler', priority: 'urgent' } },
    ]);
  });

  it('of one’s own tells nobody', async () => {
    const world = await createWorld();
    await createTask(world.ctx, { title: 'x', assigneeId: world.user.id });
    expect((await listNotifications(world.ctx, {})).items).toEqual([]);
  });

  it('due on a day is due at 18:00 of it in the tenant’s time, winter and summer', async () => {
    const { ctx } = await createWorld();
    const dueAt = async (due: string) => (await createTask(ctx, { title: 'x', dueAt: due })).dueAt;
    expect(await dueAt('2026-01-05')).toBe('2026-01-05T17:00:00.000Z');
    expect(await dueAt('2026-07-05')).toBe('2026-07-05T16:00:00.000Z');
    expect(await dueAt('2026-03-29')).toBe('2026-03-29T16:00:00.000Z');
    expect(await dueAt('2026-01-05T18:30:00+02:00')).toBe('2026-01-05T16:30:00.000Z');
  });

  it('that is done is completed now', async () => {
    const { ctx } = await createWorld();
    expect(await createTask(ctx, { title: 'x', status: 'done' })).toMatchObject({
      completedAt: '2026-01-15T10:00:00.000Z',
    });
  });

  it('is for live members of the staff only', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const gone = idOf(await world.as('member'));
    await removeMember(world, gone);
    const client = idOf(await world.as('client'));
    for (const assigneeId of [gone, client, other.user.id, nobody]) {
      await expect(createTask(world.ctx, { title: 'x', assigneeId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'User not found',
      });
    }
    expect(await titlesOf(world.ctx)).toEqual([]);
  });

  it('is about live contacts of the tenant only', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const foreign = await contactIn(other);
    const deleted = await contactIn(world);
    await deleteContact(world.ctx, { id: deleted.id });
    for (const contactId of [foreign.id, deleted.id, nobody]) {
      await expect(createTask(world.ctx, { title: 'x', contactId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'Contact not found',
      });
    }
  });

  it('names every faulty field', async () => {
    const { ctx } = await createWorld();
    const faulty = {
      title: ' ',
      description: 'x'.repeat(5001),
      assigneeId: 'x',
      contactId: 5,
      dueAt: '2026-02-30',
      priority: 'MEDIUM',
      status: 'open',
    };
    await expect(createTask(ctx, faulty as never)).rejects.toMatchObject({
      details: ['title', 'description', 'assigneeId', 'contactId', 'dueAt', 'priority', 'status'].map(
        (field) => ({
          field,
        }),
      ),
    });
  });

  it('is refused to accountants, who see no tasks either', async () => {
    const { ctx } = await createWorld('accountant');
    await expect(createTask(ctx, { title: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(listTasks(ctx, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(readBoard(ctx, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('updating a task', () => {
  it('goes from any status to any other; done stamps the moment, leaving done clears it', async () => {
    const world = await createWorld('member');
    const { id } = await createTask(world.ctx, { title: 'x' });
    const statuses = ['done', 'cancelled', 'in_progress', 'done', 'todo', 'cancelled', 'todo'] as const;
    for (const status of statuses) {
      const saved = await updateTask(world.ctx, { id, status });
      expect(saved).toMatchObject({
        status,
        completedAt: status === 'done' ? '2026-01-15T10:00:00.000Z' : null,
      });
    }
    const verbs = (await journalOf(world)).slice(1).map(({ verb }) => verb);
    expect(verbs).toEqual(statuses.map((status) => (status === 'done' ? 'task.completed' : 'task.updated')));
  });

  it('keeps when it was done while it is', async () => {
    const world = await createWorld();
    const { id } = await createTask(world.ctx, { title: 'x', status: 'done' });
    world.server.clock.advance({ hours: 1 });
    const saved = await updateTask(world.ctx, { id, status: 'done', title: 'y' });
    expect(saved).toMatchObject({ title: 'y', completedAt: '2026-01-15T10:00:00.000Z', version: 2 });
    expect(saved.updatedAt).toBe('2026-01-15T11:00:00.000Z');
    expect((await journalOf(world)).at(-1)).toMatchObject({
      verb: 'task.updated',
      before: { title: 'x' },
      after: { title: 'y' },
    });
  });

  it('clears on null, and writes nothing when nothing changes', async () => {
    const world = await createWorld();
    const { id: contactId } = await contactIn(world);
    const { id } = await createTask(world.ctx, {
      title: 'x',
      description: 'd',
      assigneeId: world.user.id,
      contactId,
      dueAt: '2026-01-05',
    });
    await updateTask(world.ctx, { id, dueAt: '2026-01-05T17:00:00.000Z', title: 'x' });
    expect(await journalOf(world)).toHaveLength(1);
    const cleared = { description: null, assigneeId: null, contactId: null, dueAt: null };
    expect(await updateTask(world.ctx, { id, ...cleared })).toMatchObject({
      description: null,
      assignee: null,
      contact: null,
      dueAt: null,
    });
    await expect(updateTask(world.ctx, { id })).rejects.toMatchObject({ details: [{ field: 'body' }] });
  });

  it('tells a new assignee once, and nobody else', async () => {
    const world = await createWorld();
    const [first, second] = [await world.as('member'), await world.as('manager')];
    const { id } = await createTask(world.ctx, { title: 'x', assigneeId: idOf(first) });
    await updateTask(world.ctx, { id, assigneeId: idOf(second) });
    await updateTask(world.ctx, { id, assigneeId: idOf(second), title: 'y' });
    await updateTask(first, { id, status: 'in_progress' });
    for (const ctx of [first, second]) expect((await listNotifications(ctx, {})).items).toHaveLength(1);
    await updateTask(first, { id, assigneeId: idOf(first) });
    expect((await listNotifications(first, {})).items).toHaveLength(1);
  });

  it('of somebody who left is still possible, giving them another is not', async () => {
    const world = await createWorld();
    const gone = idOf(await world.as('member'));
    const { id } = await createTask(world.ctx, { title: 'x', assigneeId: gone });
    const other = await createTask(world.ctx, { title: 'z' });
    await removeMember(world, gone);
    expect(await updateTask(world.ctx, { id, title: 'y', assigneeId: gone })).toMatchObject({
      title: 'y',
      assignee: { id: gone },
    });
    await expect(updateTask(world.ctx, { id: other.id, assigneeId: gone })).rejects.toMatchObject({
      message: 'User not found',
    });
  });

  it('refuses an older version and a foreign, deleted or unknown task', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const { id } = await createTask(world.ctx, { title: 'x' });
    await updateTask(world.ctx, { id, title: 'y' });
    await expect(updateTask(world.ctx, { id, version: 1, title: 'z' })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    const foreign = await createTask(other.ctx, { title: 'x' });
    await deleteTask(world.ctx, { id });
    for (const wrong of [foreign.id, id, nobody, 'nonsense']) {
      await expect(updateTask(world.ctx, { id: wrong, title: 'z' })).rejects.toMatchObject(missing);
      await expect(moveTask(world.ctx, { id: wrong, status: 'done' })).rejects.toMatchObject(missing);
      await expect(deleteTask(world.ctx, { id: wrong })).rejects.toMatchObject(missing);
    }
  });

  it('lets two changes of different fields at the same moment both survive', async () => {
    const { ctx } = await createWorld();
    const { id } = await createTask(ctx, { title: 'x' });
    await Promise.all([updateTask(ctx, { id, title: 'y' }), updateTask(ctx, { id, priority: 'high' })]);
    expect((await listTasks(ctx, {})).items).toMatchObject([{ title: 'y', priority: 'high', version: 3 }]);
  });
});

describe('deleting a task', () => {
  it('takes it away and can be undone', async () => {
    const world = await createWorld();
    const { id } = await createTask(world.ctx, { title: 'x' });
    await deleteTask(world.ctx, { id });
    expect(await titlesOf(world.ctx)).toEqual([]);
    expect(await restoreTask(world.ctx, { id })).toMatchObject({ id, title: 'x', status: 'todo' });
    await expect(restoreTask(world.ctx, { id })).rejects.toMatchObject(missing);
    expect((await journalOf(world)).map(({ verb }) => verb)).toEqual([
      'task.created',
      'task.deleted',
      'task.restored',
    ]);
  });

  it('is refused to members, and for foreign tasks', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const { id } = await createTask(world.ctx, { title: 'x' });
    const member = await world.as('member');
    await expect(deleteTask(member, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await deleteTask(world.ctx, { id });
    await expect(restoreTask(member, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(restoreTask(other.ctx, { id })).rejects.toMatchObject(missing);
  });
});

describe('the tasks of a deleted contact', () => {
  it('are hidden while open, and return with it', async () => {
    const world = await createWorld();
    const { ctx } = world;
    const { id: contactId } = await contactIn(world);
    const open = await createTask(ctx, { title: 'open', contactId });
    await createTask(ctx, { title: 'begun', contactId, status: 'in_progress' });
    await createTask(ctx, { title: 'done', contactId, status: 'done' });
    await createTask(ctx, { title: 'other' });
    await deleteContact(ctx, { id: contactId });
    expect((await titlesOf(ctx)).sort()).toEqual(['done', 'other']);
    expect(await titlesOf(ctx, { contactId })).toEqual([]);
    const { columns } = await readBoard(ctx, {});
    expect(columns.map(({ total }) => total)).toEqual([1, 0, 1]);
    await expect(updateTask(ctx, { id: open.id, title: 'x' })).rejects.toMatchObject(missing);
    await restoreContact(ctx, { id: contactId });
    expect(await titlesOf(ctx)).toHaveLength(4);
  });
});

describe('reading one task', () => {
  it('gives it with its names, to whoever may read tasks', async () => {
    const world = await createWorld();
    const { id } = await createTask(world.ctx, { title: 'x', assigneeId: world.user.id });
    expect(await getTask(await world.as('member'), { id })).toMatchObject({
      id,
      version: 1,
      assignee: { id: world.user.id, name: world.user.name },
    });
    await expect(getTask(await world.as('accountant'), { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('knows neither deleted nor foreign ones, nor what is no id', async () => {
    const [world, foreign] = [await createWorld(), await createWorld()];
    const { id } = await createTask(world.ctx, { title: 'x' });
    await expect(getTask(foreign.ctx, { id })).rejects.toMatchObject(missing);
    await expect(getTask(world.ctx, { id: 'x' })).rejects.toMatchObject(missing);
    await deleteTask(world.ctx, { id });
    await expect(getTask(world.ctx, { id })).rejects.toMatchObject(missing);
  });
});
