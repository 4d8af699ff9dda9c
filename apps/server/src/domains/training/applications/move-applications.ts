import type { ApplicationStatus } from '@officina/contracts/training';
import { applications } from '@officina/db/schema/training';
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
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(
      and(
        eq(applications.tenantId, ctx.tenant.id),
        inArray(applications.id, [...ids]),
        inArray(applications.status, [...from]),
      ),
    )
    .orderBy(applications.id)
    .for('update');
  const moved = rows.map(({ id }) => id);
  if (!moved.length) return [];
  await tx
    .update(applications)
    .set({ status: to, updatedAt: toDate(ctx.now) })
    .where(and(eq(applications.tenantId, ctx.tenant.id), inArray(applications.id, moved)));
  for (const { id, status } of rows)
    ctx.record({
      verb: to === 'withdrawn' || to === 'rejected' ? 'application.decided' : 'application.moved',
      subject: { type: 'application', id },
      before: { status },
      after: { status: to },
      reason,
    });
  return moved;
}
