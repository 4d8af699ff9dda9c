import { editRejection } from '@officina/contracts/edits-inputs';
import { userIdOf } from '../../../kernel/actor.ts';
import { write } from '../../../kernel/operation.ts';
import { notify } from '../../notifications/notify.ts';
import { portalNotice, tellPortal } from '../../notifications/tell-portal.ts';
import { isPortalMember } from '../portal-members.ts';
import { heardBy } from './edit-news.ts';
import { holdPending, resolve } from './edit-row.ts';

/** Refuses a waiting edit, with a note for whoever asked. */
export const rejectEdit = write({
  name: 'edits.reject',
  permission: 'portal.edits.resolve',
  input: editRejection,
  async run(ctx, { id, rejectionNote }): Promise<{ ok: true }> {
    const row = await holdPending(ctx, id);
    const orgId = await heardBy(ctx, row);
    await resolve(ctx, row, { status: 'rejected', rejectionNote });
    ctx.record({
      verb: 'edit.rejected',
      subject: { type: 'edit_event', id: row.id },
      contactId: orgId,
      engagementId: row.engagementId,
      before: { status: row.status },
      after: { status: 'rejected', entityType: row.entityType, entityId: row.entityId },
      reason: rejectionNote,
    });
    const news = { entityType: 'edit_event', entityId: row.id, body: rejectionNote };
    if (orgId) await tellPortal(ctx, { orgId }, 'edit_rejected', news);
    const requester = row.createdBy;
    if (requester !== userIdOf(ctx.actor) && (await isPortalMember(ctx, requester)))
      await notify(ctx, { userId: requester, ...portalNotice('edit_rejected', news) });
    return { ok: true };
  },
});
