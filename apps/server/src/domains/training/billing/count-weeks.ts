import { payments } from '@officina/db/schema/payments';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';

/** How many weekly payments of an enrolment have been made. */
export async function weeksPaid(ctx: Ctx, enrollmentId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ weeks: count() })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.enrollmentId, enrollmentId),
        eq(payments.purpose, 'weekly'),
        eq(payments.status, 'succeeded'),
        isNull(payments.reversedAt),
      ),
    );
  return row?.weeks ?? 0;
}
