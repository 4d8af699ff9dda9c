import { byPortalId } from '@officina/contracts/portal-fields';
import { changeRequests } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { heardBy, tellApplied } from './edit-news.ts';
import { type EditRow, holdPending, resolve } from './edit-row.ts';
import { holdTarget } from './hold-target.ts';
import { checkLock, checkUnchanged, judgeValues } from './judge-values.ts';

/** Refuses an edit that no change request covers, or one that is not approved, now and until the transaction ends. */
async function checkApproved(ctx: WriteCtx, { linkedChangeRequestId: id }: EditRow): Promise<void> {
  if (!id) throw new AppError('BAD_REQUEST', 'Change request approval required');
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ status: changeRequests.status })
    .from(changeRequests)
    .where(and(eq(changeRequests.tenantId, ctx.tenant.id), eq(changeRequests.id, id)))
    .for('share');
  if (row?.status !== 'approved') throw new AppError('BAD_REQUEST', 'Change request not approved');
}

/** Writes what a waiting edit asks for, if nothing has changed since. Of several at one moment one does. */
export const applyEdit = write({
  name: 'edits.apply',
  permission: 'portal.edits.resolve',
  input: byPortalId,
  conflicts: { deliverables_document_unique: () => new AppError('BAD_REQUEST', 'Invalid value') },
  async run(ctx, { id }): Promise<{ ok: true }> {
    const row = await holdPending(ctx, id);
    await checkApproved(ctx, row);
    const { entityType, entityId, engagementId, diff } = row;
    const orgId = await heardBy(ctx, row);
    const target = await holdTarget(ctx, entityType, entityId);
    checkLock(target, diff);
    const values = await judgeValues(ctx, entityType, target, diff);
    checkUnchanged(target, diff);
    await target.store(ctx, values);
    await resolve(ctx, row, { status: 'applied' });
    ctx.record({
      verb: 'edit.applied',
      subject: { type: 'edit_event', id: row.id },
      contactId: orgId,
      engagementId,
      before: { status: row.status },
      after: {
        status: 'applied',
        entityType,
        entityId,
        diff,
        selfApplied: row.createdBy === userIdOf(ctx.actor),
      },
      reason: row.reason,
    });
    await tellApplied(ctx, { id: row.id, title: target.title, orgId });
    return { ok: true };
  },
});
