import { BOARD_STATUSES, type TaskStatus } from '@officina/contracts/tasks';
import { createContact } from '@officina/db/factories';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { createWorld, testServer, type World } from '../../testing/harness.ts';
import { createTask } from './create-task.ts';
import { moveTask } from './move-task.ts';
import { readBoard } from './task-reads.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

type Board = Record<(typeof BOARD_STATUSES)[number], string[]>;

/** A board's columns as ids in their order. */
async function boardOf(ctx: Ctx): Promise<Board> {
  const { columns } = await readBoard(ctx, {});
  return Object.fromEntries(columns.map(({ status, items }) => [status, items.map(({ id }) => id)])) as Board;
}

/** Tasks in a column, first on top. */
async function fill(ctx: Ctx, titles: string[], status: TaskStatus = 'todo') {
  const ids: Record<string, string> = {};
  for (const title of titles.toReversed()) ids[title] = (await createTask(ctx, { title, status })).id;
  return ids as { a: string; b: string; c: string; d: string };
}

async function journalOf({ server, tenant }: World) {
  return server.services.client.sql`
    select verb, contact_id, before, after from journal_entries
    where tenant_id = ${tenant.id} and verb <> 'task.created' order by xid, id`;
}

describe('moving a task', () => {
  it('puts it above another, or at the end', async () => {
    const { ctx } = await createWorld('member');
    const { a, b, c, d } = await fill(ctx, ['a', 'b', 'c', 'd']);
    expect((await boardOf(ctx)).todo).toEqual([a, b, c, d]);
    await moveTask(ctx, { id: d, status: 'todo', beforeId: b });
    expect((await boardOf(ctx)).todo).toEqual([a, d, b, c]);
    await moveTask(ctx, { id: a, status: 'todo' });
    expect((await boardOf(ctx)).todo).toEqual([d, b, c, a]);
    await moveTask(ctx, { id: c, status: 'todo', beforeId: d });
    expect((await boardOf(ctx)).todo).toEqual([c, d, b, a]);
  });

  it('into another column changes its status, with its moment and its version', async () => {
    const world = await createWorld();
    const { ctx } = world;
    const { id: contactId } = await createContact(world.server.services.client.db, world.tenant.id);
    const { a: x } = await fill(ctx, ['a'], 'done');
    const { id } = await createTask(ctx, { title: 'm', contactId });
    expect(await moveTask(ctx, { id, status: 'done', beforeId: x })).toMatchObject({
      status: 'done',
      completedAt: '2026-01-15T10:00:00.000Z',
      version: 2,
      contact: { id: contactId },
    });
    expect(await boardOf(ctx)).toEqual({ todo: [], in_progress: [], done: [id, x] });
    expect(await moveTask(ctx, { id, status: 'in_progress' })).toMatchObject({
      completedAt: null,
      version: 3,
    });
    expect(await journalOf(world)).toMatchObject([
      {
        verb: 'task.completed',
        contact_id: contactId,
        before: { status: 'todo' },
        after: { status: 'done' },
      },
      { verb: 'task.updated', contact_id: contactId, before: { status: 'done' } },
    ]);
  });

  it('within its column is no new version and no news to the contact', async () => {
    const world = await createWorld();
    const { ctx } = world;
    const { id: contactId } = await createContact(world.server.services.client.db, world.tenant.id);
    const { id } = await createTask(ctx, { title: 'm', contactId });
    await fill(ctx, ['a']);
    const moved = await moveTask(ctx, { id, status: 'todo' });
    expect(moved.version).toBe(1);
    expect(await journalOf(world)).toEqual([]);
    const [top] = (await boardOf(ctx)).todo;
    await moveTask(ctx, { id, status: 'todo', beforeId: top });
    expect(await journalOf(world)).toMatchObject([{ verb: 'task.updated', contact_id: null }]);
  });

  it('to where it stands writes nothing', async () => {
    const world = await createWorld();
    const { a, b, c } = await fill(world.ctx, ['a', 'b', 'c']);
    await moveTask(world.ctx, { id: a, status: 'todo', beforeId: b });
    await moveTask(world.ctx, { id: b, status: 'todo', beforeId: c });
    await moveTask(world.ctx, { id: c, status: 'todo' });
    expect(await journalOf(world)).toEqual([]);
    expect((await boardOf(world.ctx)).todo).toEqual([a, b, c]);
  });

  it('goes above a task of that column only', async () => {
    const [{ ctx }, other] = await Promise.all([createWorld(), createWorld()]);
    const { a, b } = await fill(ctx, ['a', 'b']);
    const foreign = await createTask(other.ctx, { title: 'x' });
    await expect(moveTask(ctx, { id: a, status: 'done', beforeId: b })).rejects.toMatchObject({
      details: [{ field: 'beforeId', message: 'Not in this column' }],
    });
    await expect(moveTask(ctx, { id: a, status: 'todo', beforeId: a })).rejects.toMatchObject({
      details: [{ field: 'beforeId' }],
    });
    await expect(moveTask(ctx, { id: a, status: 'todo', beforeId: foreign.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Task not found',
    });
  });

  it('finds room however often one gap is halved', async () => {
    const { ctx } = await createWorld();
    const { a, b, c, d } = await fill(ctx, ['a', 'b', 'c', 'd']);
    for (let i = 0; i < 70; i++) {
      const [id, beforeId] = i % 2 ? [b, c] : [c, b];
      await moveTask(ctx, { id, status: 'todo', beforeId });
      expect((await boardOf(ctx)).todo, String(i)).toEqual(i % 2 ? [a, b, c, d] : [a, c, b, d]);
    }
  });

  it('keeps every task on the board whatever comes at once', async () => {
    const { ctx } = await createWorld();
    const { a, b, c, d } = await fill(ctx, ['a', 'b', 'c', 'd']);
    await Promise.all([
      moveTask(ctx, { id: a, status: 'todo', beforeId: d }),
      moveTask(ctx, { id: b, status: 'todo', beforeId: d }),
      moveTask(ctx, { id: c, status: 'done' }),
      moveTask(ctx, { id: c, status: 'done' }),
    ]);
    const board = await boardOf(ctx);
    expect(board.done).toEqual([c]);
    expect(board.todo.slice(0, 2).sort()).toEqual([a, b].sort());
    expect(board.todo[2]).toBe(d);
  });

  it('behaves like lists that tasks are taken out of and put into', async () => {
    const { ctx } = await createWorld();
    const ids = Object.values(await fill(ctx, ['a', 'b', 'c', 'd', 'e']));
    const step = fc.record({
      task: fc.nat(ids.length - 1),
      status: fc.constantFrom(...BOARD_STATUSES),
      place: fc.nat(ids.length),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const model = await boardOf(ctx);
        for (const { task, status, place } of steps) {
          const id = ids[task] as string;
          for (const one of BOARD_STATUSES) model[one] = model[one].filter((other) => other !== id);
          const beforeId = model[status][place];
          model[status].splice(beforeId ? place : model[status].length, 0, id);
          await moveTask(ctx, { id, status, beforeId });
        }
        expect(await boardOf(ctx)).toEqual(model);
      }),
      { numRuns: 10 },
    );
  });

  it('is refused to accountants', async () => {
    const world = await createWorld();
    const { a } = await fill(world.ctx, ['a']);
    await expect(moveTask(await world.as('accountant'), { id: a, status: 'done' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
