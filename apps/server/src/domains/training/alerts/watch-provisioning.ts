import { apprentices, enrollments } from '@officina/db/schema/training';
import { and, eq, isNull, lt, ne } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { inTenantOf } from '../billing/find-enrollment.ts';
import { openAlert } from './open-alert.ts';

/** An enrolment is made together with its apprentice record; what takes longer needs somebody to look. */
const GRACE_MINUTES = 10;

const tellOf = write({
  name: 'training.tellOfProvisioning',
  permission: 'system',
  input: z.object({ tenantId: z.uuid(), enrollmentId: z.uuid() }),
  async run(ctx, { tenantId, enrollmentId }): Promise<void> {
    await openAlert(await inTenantOf(ctx, tenantId), {
      kind: 'provisioning_incomplete',
      severity: 'warning',
      subject: enrollmentId,
      enrollmentId,
      message: 'An enrollment has no apprentice record; confirm shop and credit, then reconcile',
    });
  },
});

/** The task of every quarter of an hour: tells staff of enrolments without an apprentice record. */
export async function watchProvisioning(ctx: Ctx): Promise<void> {
  const missing = await ctx.db
    .select({ enrollmentId: enrollments.id, tenantId: enrollments.tenantId })
    .from(enrollments)
    .leftJoin(
      apprentices,
      and(eq(apprentices.tenantId, enrollments.tenantId), eq(apprentices.enrollmentId, enrollments.id)),
    )
    .where(
      and(
        crossTenant('the schedule goes through all tenants'),
        isNull(apprentices.id),
        ne(enrollments.progressState, 'completed'),
        lt(enrollments.createdAt, toDate(ctx.now.subtract({ minutes: GRACE_MINUTES }))),
      ),
    );
  for (const enrollment of missing) await tellOf(ctx, enrollment);
}
