import { caseClose } from '@officina/contracts/training-staff-inputs';
import { enrollmentCases } from '@officina/db/schema/training-records';
import { and, eq, type SQL } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';

/** Closes the open cases among these, in the operation's transaction; answers how many there were. */
export async function closeCases(ctx: WriteCtx, which: SQL | undefined, resolution: string): Promise<number> {
  const tx = await ctx.tx();
  const closed = await tx
    .update(enrollmentCases)
    .set({
      status: 'closed',
      closedAt: toDate(ctx.now),
      closedBy: requireUser(ctx.actor).id,
      resolution,
    })
    .where(and(eq(enrollmentCases.tenantId, ctx.tenant.id), eq(enrollmentCases.status, 'open'), which))
    .returning({
      id: enrollmentCases.id,
      type: enrollmentCases.type,
      enrollmentId: enrollmentCases.enrollmentId,
    });
  for (const { id, type, enrollmentId } of closed)
    ctx.record({
      verb: 'case.closed',
      subject: { type: 'enrollment_case', id },
      after: { type, enrollmentId },
      reason: resolution,
    });
  return closed.length;
}

/** A case of money is settled. It lifts no hold: that is released on its own. */
export const closeCase = write({
  name: 'training.closeCase',
  permission: 'training.manage',
  input: caseClose,
  async run(ctx, { caseId, resolution }): Promise<{ id: string }> {
    const [known] = await ctx.db
      .select({ id: enrollmentCases.id })
      .from(enrollmentCases)
      .where(and(eq(enrollmentCases.tenantId, ctx.tenant.id), eq(enrollmentCases.id, caseId)));
    if (!known) throw notFound('Case');
    if (!(await closeCases(ctx, eq(enrollmentCases.id, caseId), resolution)))
      throw new AppError('CONFLICT', 'This case is closed already');
    return { id: caseId };
  },
});
