import type { SavedViewView } from '@officina/contracts/preferences';
import { viewCreate } from '@officina/contracts/preferences-inputs';
import { savedViews } from '@officina/db/schema/preferences';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { checkRoom } from './check-room.ts';
import { viewConflicts } from './view-conflicts.ts';
import { presentView } from './view-presenter.ts';

/** Keeps the state of a list under a name, for the caller alone unless it is shared. At most 50 per person and list. */
export const createView = write({
  name: 'preferences.createView',
  permission: 'views.save',
  input: viewCreate,
  conflicts: viewConflicts,
  async run(ctx, { shared = false, ...asked }): Promise<SavedViewView> {
    const actor = requireUser(ctx.actor);
    await checkRoom(ctx, actor.id, asked.list);
    const now = toDate(ctx.now);
    const view = { id: newId(), ...asked, shared, ownerId: actor.id, version: 1 };
    const tx = await ctx.tx();
    await tx.insert(savedViews).values({ tenantId: ctx.tenant.id, ...view, createdAt: now, updatedAt: now });
    ctx.record({
      verb: 'view.created',
      subject: { type: 'saved_view', id: view.id },
      after: { ...asked, shared },
    });
    return presentView(ctx, view, actor.name);
  },
});
