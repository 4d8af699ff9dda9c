import type { Milestone } from '@officina/contracts/engagements';
import { milestoneUpdate } from '@officina/contracts/engagements-inputs';
import { milestones } from '@officina/db/schema/engagement-work';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { changesOf } from '../portal-print.ts';
import { holdMilestone, presentMilestone } from './milestone-row.ts';

/** Sets what is given; any status may follow any other. */
export const updateMilestone = write({
  name: 'milestones.update',
  permission: 'portal.engagements.write',
  input: milestoneUpdate,
  async run(ctx, { id, version, ...facts }): Promise<Milestone> {
    const tx = await ctx.tx();
    const own = and(eq(milestones.tenantId, ctx.tenant.id), eq(milestones.id, id));
    const { row, orgId } = await holdMilestone(ctx, id);
    checkVersion(row, version);
    const changes = changesOf(row, facts);
    if (!changes) return presentMilestone(ctx, row);
    const [stored] = await tx
      .update(milestones)
      .set({ ...changes.after, version: sql`version + 1`, updatedAt: laterThan(row.updatedAt, ctx.now) })
      .where(own)
      .returning();
    if (!stored) throw new Error('a held milestone is gone');
    ctx.record({
      verb: 'milestone.updated',
      subject: { type: 'milestone', id: row.id },
      contactId: orgId,
      engagementId: row.engagementId,
      ...changes,
    });
    return presentMilestone(ctx, stored);
  },
});
