import { STAFF_ROLES } from '@officina/contracts/roles';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { notify } from '../notifications/notify.ts';

/** One of the firm's own people, still a member; else NOT_FOUND. Clients and learners are nobody's colleagues. */
export async function loadAssignee(ctx: WriteCtx, userId: string): Promise<{ id: string; name: string }> {
  const tx = await ctx.tx();
  const [assignee] = await tx
    .select({ id: users.id, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.tenantId, ctx.tenant.id),
        eq(members.userId, userId),
        isNull(members.removedAt),
        inArray(members.role, [...STAFF_ROLES]),
      ),
    );
  if (!assignee) throw notFound('User');
  return assignee;
}

/** Tells who has a task from now on, unless they gave it to themselves. */
export async function tellAssignee(
  ctx: WriteCtx,
  { id, title, assigneeId }: { id: string; title: string; assigneeId: string | null },
): Promise<void> {
  const { actor } = ctx;
  if (assigneeId === null || (actor.kind === 'user' && actor.id === assigneeId)) return;
  await notify(ctx, {
    userId: assigneeId,
    kind: 'task.assigned',
    params: { title, by: actor.kind === 'user' ? actor.name : '' },
    link: `/tasks?task=${id}`,
  });
}
