import { users } from '@officina/db/schema/identity';
import { savedViews } from '@officina/db/schema/preferences';
import { and, eq, isNotNull, isNull, or } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { tidies, type ViewRow } from './view-presenter.ts';

/**
 * A view that the caller may change, locked until the operation's transaction ends. A colleague's private one does not
 * exist for anybody else; a shared one is FORBIDDEN to those who can only use it.
 */
export async function lockView(
  ctx: WriteCtx,
  id: string,
  state: 'live' | 'deleted' = 'live',
): Promise<ViewRow & { ownerName: string }> {
  const { id: me } = requireUser(ctx.actor);
  if (!isUuid(id)) throw notFound('View');
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ view: savedViews, ownerName: users.name })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .where(
      and(
        eq(savedViews.tenantId, ctx.tenant.id),
        eq(savedViews.id, id),
        or(eq(savedViews.ownerId, me), eq(savedViews.shared, true)),
        state === 'live' ? isNull(savedViews.deletedAt) : isNotNull(savedViews.deletedAt),
      ),
    )
    .for('update', { of: savedViews });
  if (!row) throw notFound('View');
  if (row.view.ownerId !== me && !tidies(ctx)) throw new AppError('FORBIDDEN');
  return { ...row.view, ownerName: row.ownerName };
}
