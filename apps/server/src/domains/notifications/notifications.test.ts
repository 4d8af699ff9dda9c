import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { write } from '../../kernel/operation.ts';
import { createWorld, testServer } from '../../testing/harness.ts';
import { markNotificationsRead } from './mark-read.ts';
import { countUnread, listNotifications } from './notification-reads.ts';
import { notify } from './notify.ts';

/** One after the other, a second apart: ids of one millisecond are in no order. */
const tell = write({
  name: 'test.tellColleagues',
  permission: 'member',
  input: z.object({ userId: z.string(), to: z.string() }),
  async run(ctx, { userId, to }) {
    await notify(ctx, { userId, kind: 'message.failed', params: { to }, link: '/messages' });
    (await testServer()).clock.advance({ seconds: 1 });
  },
});

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

const idOf = (ctx: Ctx): string => userIdOf(ctx.actor) ?? '';
const toldTo = async (ctx: Ctx) => (await listNotifications(ctx, {})).items.map(({ params }) => params);

describe('notifications', () => {
  it('reach the user they are for, and nobody else', async () => {
    const world = await createWorld();
    const colleague = await world.as('member');
    await tell(world.ctx, { userId: idOf(colleague), to: 'a@b.fr' });
    expect((await listNotifications(colleague, {})).items).toEqual([
      {
        id: expect.any(String),
        kind: 'message.failed',
        params: { to: 'a@b.fr' },
        link: '/messages',
        readAt: null,
        createdAt: '2026-01-15T10:00:00.000Z',
      },
    ]);
    expect(await toldTo(world.ctx)).toEqual([]);
  });

  it('are counted and marked by their owner alone', async () => {
    const world = await createWorld();
    const colleague = await world.as('accountant');
    for (const to of ['a', 'b', 'c']) await tell(world.ctx, { userId: idOf(colleague), to });
    const [newest] = (await listNotifications(colleague, {})).items;
    expect(newest?.params).toEqual({ to: 'c' });
    const ids = newest ? [newest.id] : [];
    expect(await markNotificationsRead(world.ctx, { ids })).toEqual({ marked: 0 });
    expect(await countUnread(colleague, {})).toEqual({ unread: 3 });
    expect(await markNotificationsRead(colleague, { ids })).toEqual({ marked: 1 });
    expect(await toldTo(colleague)).toHaveLength(3);
    const unread = await listNotifications(colleague, { unreadOnly: true });
    expect(unread.items.map(({ params }) => params)).toEqual([{ to: 'b' }, { to: 'a' }]);
    expect(await markNotificationsRead(colleague, {})).toEqual({ marked: 2 });
    expect(await markNotificationsRead(colleague, {})).toEqual({ marked: 0 });
    expect(await countUnread(colleague, {})).toEqual({ unread: 0 });
  });

  it('page by cursor', async () => {
    const world = await createWorld();
    const me = idOf(world.ctx);
    for (let i = 0; i < 5; i++) await tell(world.ctx, { userId: me, to: String(i) });
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listNotifications>> = await listNotifications(world.ctx, {
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map(({ params }) => params));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['4', '3', '2', '1', '0'].map((to) => ({ to })));
    await expect(listNotifications(world.ctx, { cursor: 'x' })).rejects.toMatchObject({
      details: [{ field: 'cursor' }],
    });
  });

  it('do not reach who was removed, nor members of another tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const gone = await world.as('member');
    const { db } = world.server.services.client;
    await db
      .update(members)
      .set({ removedAt: new Date() })
      .where(and(eq(members.tenantId, world.tenant.id), eq(members.userId, idOf(gone))));
    await tell(world.ctx, { userId: idOf(gone), to: 'x' });
    await tell(world.ctx, { userId: other.user.id, to: 'x' });
    expect(await toldTo(gone)).toEqual([]);
    expect(await toldTo(other.ctx)).toEqual([]);
  });

  it('need a session', async () => {
    const world = await createWorld();
    const visitor: Ctx = { ...world.ctx, actor: { kind: 'visitor' } };
    await expect(listNotifications(visitor, {})).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});
