import { viewId } from '@officina/contracts/preferences-inputs';
import { savedViews } from '@officina/db/schema/preferences';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { lockView } from './lock-view.ts';

/** Soft: it can be restored. */
export const deleteView = write({
  name: 'preferences.deleteView',
  permission: 'views.save',
  input: viewId,
  async run(ctx, { id }): Promise<{ id: string; deletedAt: string }> {
    const view = await lockView(ctx, id);
    const deletedAt = laterThan(view.updatedAt, ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(savedViews)
      .set({ deletedAt, updatedAt: deletedAt })
      .where(and(eq(savedViews.tenantId, ctx.tenant.id), eq(savedViews.id, view.id)));
    const { list, label } = view;
    ctx.record({
      verb: 'view.deleted',
      subject: { type: 'saved_view', id: view.id },
      before: { list, label },
    });
    return { id: view.id, deletedAt: deletedAt.toISOString() };
  },
});
