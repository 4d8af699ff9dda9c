import type { BulkResult, Matches } from '@officina/contracts/bulk';
import { createMember } from '@officina/db/factories';
import { expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { operations } from '../../kernel/operation.ts';
import { createWorld } from '../../testing/harness.ts';
import { createTask } from './create-task.ts';
import { listTasks } from './task-reads.ts';
import './tasks.router.ts';

const update = (ctx: Ctx, rows: object[]) =>
  operations.get('tasks.updateMany')?.(ctx, { run: crypto.randomUUID(), rows }) as Promise<BulkResult>;
const matching = (ctx: Ctx, filter: object) =>
  operations.get('tasks.matches')?.(ctx, filter) as Promise<Matches>;

it('gives every task of a filter to a colleague, and each back to whom it was', async () => {
  const world = await createWorld();
  const { ctx, tenant } = world;
  const { db } = world.server.services.client;
  const [anna, paul] = [
    await createMember(db, tenant.id, 'member'),
    await createMember(db, tenant.id, 'member'),
  ];
  const free = await createTask(ctx, { title: 'Order tyres', priority: 'high' });
  const hers = await createTask(ctx, { title: 'Call', priority: 'high', assigneeId: anna.id });
  const his = await createTask(ctx, { title: 'Wash', priority: 'high', assigneeId: paul.id });
  await createTask(ctx, { title: 'Other', priority: 'low' });

  const { items } = await matching(ctx, { priority: 'high' });
  expect(items).toEqual([free, hers, his].map(({ id, title }) => ({ id, name: title })));
  const done = await update(
    ctx,
    items.map(({ id }) => ({ id, assigneeId: paul.id })),
  );
  expect(done.results.map(({ changed, before }) => [changed, before])).toEqual([
    [true, { assigneeId: null }],
    [true, { assigneeId: anna.id }],
    [false, null],
  ]);
  const back = done.results.filter(({ changed }) => changed);
  await update(
    ctx,
    back.map(({ id, version, before }) => ({ id, version, ...before })),
  );
  const { items: now } = await listTasks(ctx, { priority: 'high', sort: 'createdAt' });
  expect(now.map(({ assignee }) => assignee?.id ?? null)).toEqual([null, anna.id, paul.id]);
});

it('refuses an unknown colleague, or an unknown word, for that row alone', async () => {
  const { ctx } = await createWorld('member');
  const make = async (title: string) => (await createTask(ctx, { title })).id;
  const [one, two, three] = [await make('Order tyres'), await make('Call'), await make('Wash')];
  const { results } = await update(ctx, [
    { id: one, assigneeId: '00000000-0000-7000-8000-000000000000' },
    { id: two, priority: 'urgent' },
    { id: three, status: 'sleeping' },
  ]);
  expect(results.map(({ error }) => error?.code ?? null)).toEqual(['NOT_FOUND', null, 'VALIDATION_ERROR']);
  await expect(update(ctx, [{ id: one }, { id: one }])).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
});
