import { type ChangeRequest, mayMoveChange } from '@officina/contracts/change-requests';
import { changeResubmission } from '@officina/contracts/change-requests-inputs';
import { editEvents } from '@officina/db/schema/engagement-work';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { seesOrg } from '../org-scope.ts';
import { tellOtherSide } from './change-news.ts';
import { type ChangeRow, holdChange, presentChange, sideOf } from './change-row.ts';
import { storeChange } from './store-change.ts';

/** Keeps the new description as an edit that was applied at once. */
async function keepEdit(ctx: WriteCtx, row: ChangeRow, description: string, reason: string): Promise<void> {
  const { id: userId } = requireUser(ctx.actor);
  const now = toDate(ctx.now);
  const id = newId();
  const diff = [{ field: 'description', from: row.description, to: description }];
  const tx = await ctx.tx();
  await tx.insert(editEvents).values({
    tenantId: ctx.tenant.id,
    id,
    orgId: row.orgId,
    engagementId: row.engagementId,
    entityType: 'change_request',
    entityId: row.id,
    createdBy: userId,
    kind: 'minor_edit',
    status: 'applied',
    reason,
    diff,
    resolvedBy: userId,
    resolvedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  ctx.record({
    verb: 'edit.applied',
    subject: { type: 'edit_event', id },
    contactId: row.orgId,
    engagementId: row.engagementId,
    after: { entityType: 'change_request', entityId: row.id, diff },
    reason,
  });
}

/** Answers what staff asked back: a new description, and the request is proposed again. */
export const resubmitChangeRequest = write({
  name: 'changeRequests.resubmit',
  permission: 'portal.changes.update',
  input: changeResubmission,
  async run(ctx, { id, description, reason }): Promise<ChangeRequest> {
    const row = await holdChange(ctx, id);
    if (!seesOrg(ctx, row.orgId)) throw new AppError('FORBIDDEN');
    if (!mayMoveChange(row.status, 'proposed', sideOf(ctx)))
      throw new AppError('BAD_REQUEST', 'Invalid transition');
    if (description !== row.description) await keepEdit(ctx, row, description, reason);
    const stored = await storeChange(ctx, row, { description, status: 'proposed' }, 'updated');
    if (!stored) throw new Error('the change request was not moved');
    await tellOtherSide(ctx, stored, 'change_request_updated');
    return presentChange(ctx, stored);
  },
});
