import type { Milestone } from '@officina/contracts/engagements';
import { milestoneCreate } from '@officina/contracts/engagements-inputs';
import { milestones } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { holdOpenEngagement } from '../load-engagement.ts';
import { presentMilestone } from './milestone-row.ts';

/** Adds a planned milestone as the engagement's last. BAD_REQUEST once that is closed. */
export const createMilestone = write({
  name: 'milestones.create',
  permission: 'portal.engagements.write',
  input: milestoneCreate,
  async run(ctx, { engagementId, ...facts }): Promise<Milestone> {
    // Held, so that milestones made at one moment get different places.
    const engagement = await holdOpenEngagement(ctx, engagementId);
    const tx = await ctx.tx();
    const position = await tx.$count(
      milestones,
      and(eq(milestones.tenantId, ctx.tenant.id), eq(milestones.engagementId, engagement.id)),
    );
    const now = toDate(ctx.now);
    const [row] = await tx
      .insert(milestones)
      .values({
        ...facts,
        tenantId: ctx.tenant.id,
        id: newId(),
        engagementId: engagement.id,
        position,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    if (!row) throw new Error('the milestone was not stored');
    ctx.record({
      verb: 'milestone.created',
      subject: { type: 'milestone', id: row.id },
      contactId: engagement.orgId,
      engagementId: engagement.id,
      after: { ...facts, engagementId: engagement.id, status: row.status },
    });
    return presentMilestone(ctx, row);
  },
});
