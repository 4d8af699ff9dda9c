import { type EditSide, fateOfEdit, type SubmittedEdit } from '@officina/contracts/edits';
import { editSubmission } from '@officina/contracts/edits-inputs';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { isClient } from '../org-scope.ts';
import { heardBy, tellApplied } from './edit-news.ts';
import { holdTarget } from './hold-target.ts';
import { insertEdit, type NewEdit } from './insert-edit.ts';
import { checkLock, compare, judgeValues } from './judge-values.ts';
import { checkLink } from './linkable-change.ts';
import type { EditTarget } from './targets/target.ts';

const MIN_REASON = 5;

/** Who may undo a payment may set one. */
const sideOf = (ctx: Ctx): EditSide =>
  isClient(ctx) ? 'client' : may(ctx.actor, 'portal.billing.unpay') ? 'admin' : 'staff';

const refuse = (message: string): never => {
  throw new AppError('BAD_REQUEST', message);
};

/** Keeps the edit and tells who must know: of a waiting one the staff, of an applied one the organisation. */
async function keep(ctx: WriteCtx, target: EditTarget, edit: NewEdit): Promise<string> {
  const id = await insertEdit(ctx, edit);
  const { entityType, entityId, engagementId, diff, reason, status } = edit;
  const orgId = await heardBy(ctx, edit);
  ctx.record({
    verb: status === 'applied' ? 'edit.applied' : 'edit.requested',
    subject: { type: 'edit_event', id },
    contactId: orgId,
    engagementId,
    after: { entityType, entityId, diff, linkedChangeRequestId: edit.linkedChangeRequestId ?? null },
    reason,
  });
  if (status === 'applied') await tellApplied(ctx, { id, title: target.title, orgId });
  else
    await tellPortal(ctx, 'staff', 'edit_requested', {
      entityType: 'edit_event',
      entityId: id,
      body: target.title,
    });
  return id;
}

/**
 * Changes fields of a record: at once where every one is minor for the caller, else it waits as a whole for an approved
 * change request. The checks come in the order in which the contract names them.
 */
export const submitEdit = write({
  name: 'edits.submit',
  permission: 'portal.edits.submit',
  input: editSubmission,
  conflicts: { deliverables_document_unique: () => new AppError('BAD_REQUEST', 'Invalid value') },
  async run(
    ctx,
    { entityType, entityId, reason, diff, linkedChangeRequestId = null },
  ): Promise<SubmittedEdit> {
    if (reason.length < MIN_REASON) refuse('Reason required');
    const fates = diff.map(({ field }) => fateOfEdit(entityType, field, sideOf(ctx)));
    if (fates.includes('refused')) refuse('Field not editable');
    const target = await holdTarget(ctx, entityType, entityId);
    checkLock(target, diff);
    if (linkedChangeRequestId) await checkLink(ctx, target, linkedChangeRequestId);
    const values = await judgeValues(ctx, entityType, target, diff);
    const changes = compare(entityType, target, diff, values);
    if (!changes.length) refuse('No changes');
    const waits = fates.includes('approval');
    if (!waits) await target.store(ctx, Object.fromEntries(changes.map(({ field, to }) => [field, to])));
    const status = waits ? 'pending_approval' : 'applied';
    const { orgId, engagementId } = target;
    const editEventId = await keep(ctx, target, {
      entityType,
      entityId: entityId.toLowerCase(),
      orgId,
      engagementId,
      kind: waits ? 'controlled_edit' : 'minor_edit',
      status,
      reason,
      diff: changes,
      linkedChangeRequestId,
    });
    return { ok: true, status, editEventId };
  },
});
