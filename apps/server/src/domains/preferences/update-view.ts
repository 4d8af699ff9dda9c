import type { SavedViewView } from '@officina/contracts/preferences';
import { viewUpdate } from '@officina/contracts/preferences-inputs';
import { savedViews } from '@officina/db/schema/preferences';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { lockView } from './lock-view.ts';
import { viewConflicts } from './view-conflicts.ts';
import { presentView } from './view-presenter.ts';

/**
 * Renames a view, shares it or takes it back, or puts another state of the list into it. Owners and admins may do so to
 * a colleague's shared one too, but only its owner decides whether it is shared: taken back it would be out of reach.
 */
export const updateView = write({
  name: 'preferences.updateView',
  permission: 'views.save',
  input: viewUpdate,
  conflicts: viewConflicts,
  async run(ctx, { id, version, ...asked }): Promise<SavedViewView> {
    requireChange(asked);
    const { ownerName, ...before } = await lockView(ctx, id);
    checkVersion(before, version);
    const changes = changesOf(before, asked);
    if (!changes) return presentView(ctx, before, ownerName);
    if (changes.after.shared !== undefined && before.ownerId !== requireUser(ctx.actor).id)
      throw new AppError('FORBIDDEN');
    const after = { ...before, ...changes.after, version: before.version + 1 };
    const tx = await ctx.tx();
    await tx
      .update(savedViews)
      .set({ ...changes.after, version: after.version, updatedAt: laterThan(before.updatedAt, ctx.now) })
      .where(and(eq(savedViews.tenantId, ctx.tenant.id), eq(savedViews.id, before.id)));
    ctx.record({ verb: 'view.updated', subject: { type: 'saved_view', id: before.id }, ...changes });
    return presentView(ctx, after, ownerName);
  },
});
