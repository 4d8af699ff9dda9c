import type { Milestone } from '@officina/contracts/engagements';
import { milestones } from '@officina/db/schema/engagement-work';
import { and, asc, eq } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
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

/** The milestones of an engagement that the caller has been shown to see, in their order. */
export async function milestonesOf(ctx: Ctx, engagementId: string): Promise<Milestone[]> {
  const rows = await ctx.db
    .select()
    .from(milestones)
    .where(and(eq(milestones.tenantId, ctx.tenant.id), eq(milestones.engagementId, engagementId)))
    .orderBy(asc(milestones.position), asc(milestones.id));
  return rows.map((row) => presentMilestone(ctx, row));
}
