import type { TaskView } from '@officina/contracts/tasks';
import { isOverdue, TASK_SORTS } from '@officina/contracts/tasks';
import { createContact } from '@officina/db/factories';
import { beforeEach, describe, expect, it } from 'vitest';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { encodeCursor } from '../../kernel/keyset.ts';
import { createWorld, testServer } from '../../testing/harness.ts';
import { createTask } from './create-task.ts';
import { listAllTasks, listTasks, readBoard } from './task-reads.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

const titles = (tasks: readonly TaskView[]) => tasks.map(({ title }) => title);
const found = async (ctx: Ctx, filters: Parameters<typeof listTasks>[1]) =>
  titles((await listTasks(ctx, filters)).items).sort();

describe('listing tasks', () => {
  it('puts urgent ones first, then what is due first, then the oldest', async () => {
    const { ctx, server } = await createWorld();
    const make = async (title: string, priority: TaskView['priority'], dueAt: string | null) => {
      await createTask(ctx, { title, priority, dueAt });
      server.clock.advance({ seconds: 1 });
    };
    await make('low', 'low', '2026-01-01');
    await make('medium', 'medium', null);
    await make('high later', 'high', '2026-02-02');
    await make('high undated', 'high', null);
    await make('high sooner', 'high', '2026-02-01');
    await make('high later still', 'high', '2026-02-02');
    await make('urgent', 'urgent', null);
    const expected = [
      'urgent',
      'high sooner',
      'high later',
      'high later still',
      'high undated',
      'medium',
      'low',
    ];
    expect(titles(await listAllTasks(ctx, {}))).toEqual(expected);
    expect(titles((await listTasks(ctx, {})).items)).toEqual(expected);
    expect(titles((await listTasks(ctx, { dir: 'desc' })).items)).toEqual(expected.toReversed());
    expect(titles((await listTasks(ctx, { sort: 'dueAt' })).items).slice(0, 2)).toEqual([
      'low',
      'high sooner',
    ]);
    expect(titles((await listTasks(ctx, { sort: 'createdAt' })).items)[0]).toBe('low');
  });

  it('filters by status, assignee, contact, priority and what is due', async () => {
    const world = await createWorld();
    const { ctx } = world;
    const colleague = userIdOf((await world.as('member')).actor) ?? '';
    const { id: contactId } = await createContact(world.server.services.client.db, world.tenant.id);
    await createTask(ctx, { title: 'mine', assigneeId: world.user.id, dueAt: '2026-01-14' });
    await createTask(ctx, { title: 'theirs', assigneeId: colleague, contactId, priority: 'high' });
    await createTask(ctx, { title: 'done', status: 'done', dueAt: '2026-01-14' });
    await createTask(ctx, {
      title: 'this morning',
      status: 'in_progress',
      dueAt: '2026-01-15T09:59:59.999Z',
    });
    await createTask(ctx, { title: 'tonight', dueAt: '2026-01-15T22:59:59.999Z' });
    await createTask(ctx, { title: 'Wednesday', dueAt: '2026-01-21' });
    await createTask(ctx, { title: 'Thursday', dueAt: '2026-01-22' });
    expect(await found(ctx, { status: 'done' })).toEqual(['done']);
    expect(await found(ctx, { status: ['done', 'in_progress'] })).toEqual(['done', 'this morning']);
    expect(await found(ctx, { assigneeId: colleague })).toEqual(['theirs']);
    expect(await found(ctx, { contactId, priority: 'high' })).toEqual(['theirs']);
    expect(await found(ctx, { priority: 'low' })).toEqual([]);
    expect(await found(ctx, { due: 'overdue' })).toEqual(['mine', 'this morning']);
    expect(await found(ctx, { due: 'today' })).toEqual(['this morning', 'tonight']);
    expect(await found(ctx, { due: 'week' })).toEqual(['Wednesday', 'this morning', 'tonight']);
    expect(await found(ctx, { due: 'none' })).toEqual(['theirs']);
    expect((await listTasks(ctx, { limit: 1 })).total).toBe(7);
    const now = new Date('2026-01-15T10:00:00.000Z');
    const all = await listAllTasks(ctx, {});
    expect(titles(all.filter((task) => isOverdue(task, now))).sort()).toEqual(['mine', 'this morning']);
  });

  it('pages by cursor in every order without gap or overlap', async () => {
    const { ctx, server } = await createWorld();
    const priorities = ['low', 'high', 'high', 'urgent', 'medium', 'high', 'low'] as const;
    const dues = [null, '2026-01-20', null, '2026-01-20', null, '2026-01-20', '2026-01-19'];
    for (const [i, priority] of priorities.entries()) {
      await createTask(ctx, { title: String(i), priority, dueAt: dues[i] });
      if (i % 2) server.clock.advance({ seconds: 1 });
    }
    for (const sort of TASK_SORTS) {
      for (const dir of ['asc', 'desc'] as const) {
        const whole = titles((await listTasks(ctx, { sort, dir })).items);
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listTasks>> = await listTasks(ctx, {
            sort,
            dir,
            limit: 2,
            cursor,
          });
          seen.push(...titles(page.items));
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen, `${sort} ${dir}`).toEqual(whole);
        expect(new Set(seen).size).toBe(7);
      }
    }
  });

  it.each(['', '5|infinity|2026-01-15T10:00:00.000Z', '1|soon|2026-01-15T10:00:00.000Z', '1|infinity'])(
    'refuses the forged cursor %j',
    async (value) => {
      const { ctx } = await createWorld();
      const cursor = encodeCursor({ value, id: newId() });
      for (const sort of TASK_SORTS)
        await expect(listTasks(ctx, { sort, cursor }), sort).rejects.toMatchObject({
          details: [{ field: 'cursor' }],
        });
    },
  );

  it('shows nothing of another tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    await createTask(other.ctx, { title: 'x', assigneeId: other.user.id });
    expect(await found(world.ctx, { assigneeId: other.user.id })).toEqual([]);
    expect(await listAllTasks(world.ctx, {})).toEqual([]);
  });
});

describe('the board', () => {
  it('shows three columns, newest on top, and goes on in the list', async () => {
    const { ctx } = await createWorld();
    for (let i = 0; i < 5; i++) await createTask(ctx, { title: `t${i}` });
    await createTask(ctx, { title: 'begun', status: 'in_progress' });
    await createTask(ctx, { title: 'given up', status: 'cancelled' });
    const { columns } = await readBoard(ctx, { limit: 2 });
    expect(columns.map(({ status, items, total }) => [status, titles(items), total])).toEqual([
      ['todo', ['t4', 't3'], 5],
      ['in_progress', ['begun'], 1],
      ['done', [], 0],
    ]);
    const cursor = columns[0]?.nextCursor;
    const rest = await listTasks(ctx, { status: 'todo', sort: 'position', cursor });
    expect(titles(rest.items)).toEqual(['t2', 't1', 't0']);
    expect(columns[1]?.nextCursor).toBeNull();
  });

  it('is filtered like the list', async () => {
    const { ctx, user } = await createWorld();
    await createTask(ctx, { title: 'mine', assigneeId: user.id });
    await createTask(ctx, { title: 'anybody’s' });
    const { columns } = await readBoard(ctx, { assigneeId: user.id });
    expect(columns[0]).toMatchObject({ items: [{ title: 'mine' }], total: 1 });
  });
});
