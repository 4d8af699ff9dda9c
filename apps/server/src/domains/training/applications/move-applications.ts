import type { ApplicationStatus } from '@officina/contracts/training';
import { applications, learners } from '@officina/db/schema/training';
import { and, eq, inArray } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';

/** Moves those of the applications that stand in one of these states, each on record; answers which. */
export async function moveApplications(
  ctx: WriteCtx,
  ids: readonly string[],
  from: readonly ApplicationStatus[],
  to: ApplicationStatus,
  reason: string | null = null,
): Promise<string[]> {
  if (!ids.length) return [];
  const tx = await ctx.tx();
  const rows = await tx
    .select({ id: applications.id, status: applications.status, contactId: learners.contactId })
    .from(applications)
    .leftJoin(
      learners,
      and(eq(learners.tenantId, applications.tenantId), eq(learners.userId, applications.userId)),
    )
    .where(
      and(
        eq(applications.tenantId, ctx.tenant.id),
        inArray(applications.id, [...ids]),
        inArray(applications.status, [...from]),
      ),
    )
    .orderBy(applications.id)
    .for('update', { of: applications });
  const moved = rows.map(({ id }) => id);
  if (!moved.length) return [];
  await tx
    .update(applications)
    .set({ status: to, updatedAt: toDate(ctx.now) })
    .where(and(eq(applications.tenantId, ctx.tenant.id), inArray(applications.id, moved)));
  for (const { id, status, contactId } of rows)
    ctx.record({
      verb: to === 'withdrawn' || to === 'rejected' ? 'application.decided' : 'application.moved',
      subject: { type: 'application', id },
      contactId,
      before: { status },
      after: { status: to },
      reason,
    });
  return moved;
}
