import type { Milestone } from '@officina/contracts/engagements';
import type { Executor } from '@officina/db/client';
import { milestones } from '@officina/db/schema/engagement-work';
import { engagements } from '@officina/db/schema/engagements';
import { and, asc, eq, sql } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ownRows } from '../org-scope.ts';
import { printDay } from '../portal-print.ts';

export type MilestoneRow = typeof milestones.$inferSelect;

export const presentMilestone = (ctx: Ctx, row: MilestoneRow): Milestone => ({
  id: row.id,
  engagementId: row.engagementId,
  title: row.title,
  dueDate: printDay(row.dueDate),
  status: row.status,
  order: row.position,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
  abilities: { edit: may(ctx.actor, 'portal.engagements.write') },
});

/** The milestones of the engagement `id`, in their order; takes `tenantId` too. */
export const milestonesOf = (db: Executor) =>
  db
    .select()
    .from(milestones)
    .where(
      and(
        eq(milestones.tenantId, sql.placeholder('tenantId')),
        eq(milestones.engagementId, sql.placeholder('id')),
      ),
    )
    .orderBy(asc(milestones.position), asc(milestones.id));

/** A milestone that the caller sees, held until the transaction ends, with its organisation; else NOT_FOUND. */
export async function holdMilestone(
  ctx: WriteCtx,
  id: string,
): Promise<{ row: MilestoneRow; orgId: string }> {
  const tx = await ctx.tx();
  const [found] = isUuid(id)
    ? await tx
        .select({ row: milestones, orgId: engagements.orgId })
        .from(milestones)
        .innerJoin(
          engagements,
          and(eq(engagements.tenantId, milestones.tenantId), eq(engagements.id, milestones.engagementId)),
        )
        .where(
          and(eq(milestones.tenantId, ctx.tenant.id), eq(milestones.id, id), ownRows(ctx, engagements.orgId)),
        )
        .for('update', { of: milestones })
    : [];
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}
