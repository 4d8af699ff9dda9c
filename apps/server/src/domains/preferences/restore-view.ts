import type { SavedViewView } from '@officina/contracts/preferences';
import { viewId } from '@officina/contracts/preferences-inputs';
import { savedViews } from '@officina/db/schema/preferences';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { checkRoom } from './check-room.ts';
import { lockView } from './lock-view.ts';
import { viewConflicts } from './view-conflicts.ts';
import { presentView } from './view-presenter.ts';

/** Undoes a deletion; refused when its owner has given the name away meanwhile. */
export const restoreView = write({
  name: 'preferences.restoreView',
  permission: 'views.save',
  input: viewId,
  conflicts: viewConflicts,
  async run(ctx, { id }): Promise<SavedViewView> {
    const { ownerName, ...view } = await lockView(ctx, id, 'deleted');
    await checkRoom(ctx, view.ownerId, view.list);
    const after = { ...view, version: view.version + 1 };
    const tx = await ctx.tx();
    await tx
      .update(savedViews)
      .set({ deletedAt: null, version: after.version, updatedAt: laterThan(view.updatedAt, ctx.now) })
      .where(and(eq(savedViews.tenantId, ctx.tenant.id), eq(savedViews.id, view.id)));
    const { list, label } = view;
    ctx.record({
      verb: 'view.restored',
      subject: { type: 'saved_view', id: view.id },
      after: { list, label },
    });
    return presentView(ctx, after, ownerName);
  },
});
