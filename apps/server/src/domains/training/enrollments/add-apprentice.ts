import { apprentices } from '@officina/db/schema/training';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import type { ApprenticeRow } from '../enforcement/standing.ts';
import type { ProgramRow } from '../load-program.ts';
import type { EnrollmentRow } from './load-enrollment.ts';

/**
 * The record under which a learner clocks hours; there is one for an enrolment, and none is made where it exists (null).
 * In the operation's transaction.
 */
export async function addApprentice(
  ctx: WriteCtx,
  { id: enrollmentId, userId, programStartDate }: EnrollmentRow,
  program: ProgramRow,
  facts: { shopId?: string | null; transferHoursCredited?: number } = {},
): Promise<ApprenticeRow | null> {
  const tx = await ctx.tx();
  const [made] = await tx
    .insert(apprentices)
    .values({
      tenantId: ctx.tenant.id,
      id: newId(),
      userId,
      enrollmentId,
      programId: program.id,
      startDate: programStartDate,
      totalHoursRequired: program.totalHours,
      createdAt: toDate(ctx.now),
      ...facts,
    })
    .onConflictDoNothing({ target: [apprentices.tenantId, apprentices.enrollmentId] })
    .returning();
  return made ?? null;
}
