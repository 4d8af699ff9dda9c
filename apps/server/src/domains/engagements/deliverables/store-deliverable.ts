import { deliverables } from '@officina/db/schema/engagement-work';
import { and, eq, sql } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { changesOf } from '../portal-print.ts';
import type { DeliverableRow } from './deliverable-row.ts';

type Next = Partial<Pick<DeliverableRow, 'title' | 'status' | 'documentId' | 'approvalNote'>>;

/** Who approved it when, on the way in; nothing of it on the way out. */
export function approvalOf(ctx: WriteCtx, row: DeliverableRow, status: DeliverableRow['status'] | undefined) {
  if (!status || status === row.status) return {};
  if (status === 'approved') return { approvedAt: toDate(ctx.now), approvedBy: userIdOf(ctx.actor) };
  return { approvedAt: null, approvedBy: null, approvalNote: null };
}

/** Writes what differs of a held deliverable; its approval is told to all staff. */
export async function storeDeliverable(
  ctx: WriteCtx,
  { row, orgId }: { row: DeliverableRow; orgId: string },
  next: { [K in keyof Next]: Next[K] | undefined },
): Promise<DeliverableRow> {
  const changes = changesOf(row, { ...next, ...approvalOf(ctx, row, next.status) });
  if (!changes) return row;
  const tx = await ctx.tx();
  const [stored] = await tx
    .update(deliverables)
    .set({ ...changes.after, version: sql`version + 1`, updatedAt: laterThan(row.updatedAt, ctx.now) })
    .where(and(eq(deliverables.tenantId, ctx.tenant.id), eq(deliverables.id, row.id)))
    .returning();
  if (!stored) throw new Error('a held deliverable is gone');
  const approved = changes.after.status === 'approved';
  ctx.record({
    verb: approved ? 'deliverable.approved' : 'deliverable.updated',
    subject: { type: 'deliverable', id: row.id },
    contactId: orgId,
    engagementId: row.engagementId,
    ...changes,
  });
  if (approved)
    await tellPortal(ctx, 'staff', 'deliverable_approved', {
      entityType: 'deliverable',
      entityId: row.id,
      body: stored.title,
      link: `/portal/engagements/${row.engagementId}`,
    });
  return stored;
}
