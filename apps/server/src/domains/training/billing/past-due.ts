import { payments } from '@officina/db/schema/payments';
import { and, eq, isNull, min } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { changeEnrollment } from '../enrollments/change-enrollment.ts';

/**
 * Sets since when an enrolment is past due: the earliest failure of an invoice that is still not paid. Computed anew each
 * time, so that any order of the events ends in the same.
 */
export async function recomputePastDue(ctx: WriteCtx, enrollmentId: string): Promise<void> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ since: min(payments.failedAt) })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.enrollmentId, enrollmentId),
        eq(payments.purpose, 'weekly'),
        eq(payments.status, 'failed'),
        isNull(payments.reversedAt),
      ),
    );
  await changeEnrollment(ctx, enrollmentId, { kind: 'past_due', since: row?.since ?? null });
}
