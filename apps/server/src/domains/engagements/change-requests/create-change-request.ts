import type { ChangeRequest } from '@officina/contracts/change-requests';
import { changeCreate } from '@officina/contracts/change-requests-inputs';
import { changeRequests, editEvents } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { checkOpen, holdEngagement } from '../load-engagement.ts';
import { seesOrg } from '../org-scope.ts';
import { tellOtherSide } from './change-news.ts';
import { presentChange } from './change-row.ts';

/** Lets a pending edit of the engagement wait for this request. BAD_REQUEST for any other edit. */
async function linkEdit(
  ctx: WriteCtx,
  editId: string,
  { id, engagementId }: { id: string; engagementId: string },
): Promise<void> {
  const tx = await ctx.tx();
  const [edit] = isUuid(editId)
    ? await tx
        .update(editEvents)
        .set({ linkedChangeRequestId: id, updatedAt: toDate(ctx.now) })
        .where(
          and(
            eq(editEvents.tenantId, ctx.tenant.id),
            eq(editEvents.id, editId),
            eq(editEvents.engagementId, engagementId),
            eq(editEvents.status, 'pending_approval'),
          ),
        )
        .returning({ orgId: editEvents.orgId })
    : [];
  if (!edit) throw new AppError('BAD_REQUEST', 'Invalid edit');
  ctx.record({
    verb: 'edit.linked',
    subject: { type: 'edit_event', id: editId },
    contactId: edit.orgId,
    engagementId,
    after: { linkedChangeRequestId: id },
  });
}

/** Proposes a change to an engagement. FORBIDDEN for a client of another organisation, BAD_REQUEST once it is closed. */
export const createChangeRequest = write({
  name: 'changeRequests.create',
  permission: 'portal.changes.create',
  input: changeCreate,
  async run(ctx, { engagementId, editEventId, ...facts }): Promise<ChangeRequest> {
    const { id: createdBy } = requireUser(ctx.actor);
    const tx = await ctx.tx();
    const engagement = await holdEngagement(ctx, engagementId, 'share');
    if (!seesOrg(ctx, engagement.orgId)) throw new AppError('FORBIDDEN');
    checkOpen(engagement);
    const now = toDate(ctx.now);
    const [row] = await tx
      .insert(changeRequests)
      .values({
        ...facts,
        tenantId: ctx.tenant.id,
        id: newId(),
        orgId: engagement.orgId,
        engagementId: engagement.id,
        createdBy,
        requestedAt: now,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    if (!row) throw new Error('the change request was not stored');
    if (editEventId) await linkEdit(ctx, editEventId, row);
    ctx.record({
      verb: 'change_request.created',
      subject: { type: 'change_request', id: row.id },
      contactId: row.orgId,
      engagementId: row.engagementId,
      after: { ...facts, engagementId: row.engagementId, status: row.status },
    });
    await tellOtherSide(ctx, row, 'change_request_created');
    return presentChange(ctx, row);
  },
});
