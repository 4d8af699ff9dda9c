import {
  type EnrollmentChange,
  type EnrollmentFacts,
  factsAfter,
  stateOf,
} from '@officina/contracts/enrollment-machine';
import { enrollments } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type EnrollmentRow, lockEnrollment } from './load-enrollment.ts';

/** What is set beside the facts of a state: the days and moments that a change brings. */
export type Besides = Partial<
  Pick<EnrollmentRow, 'orientationCompletedAt' | 'documentsSubmittedAt' | 'programStartDate' | 'completedAt'>
>;

export interface Changed {
  before: EnrollmentRow;
  after: EnrollmentRow;
}

/** The columns that go with a fact. */
function companions(facts: Partial<EnrollmentFacts>, reason: string | null, now: Date) {
  return {
    ...(facts.holdReason !== undefined && { holdAt: facts.holdReason ? now : null }),
    ...(facts.suspendedAt !== undefined && { suspensionReason: facts.suspendedAt ? (reason ?? '') : null }),
  };
}

/**
 * The only way to change an enrolment's state: locks the row, asks the table of changes, writes the facts, and journals
 * `enrollment.state_changed` when the word changes. CONFLICT for what the state does not allow.
 */
export async function changeEnrollment(
  ctx: WriteCtx,
  id: string,
  change: EnrollmentChange,
  { reason = null, besides = {} }: { reason?: string | null; besides?: Besides } = {},
): Promise<Changed> {
  const before = await lockEnrollment(ctx, id);
  const now = toDate(ctx.now);
  const facts = factsAfter(before, change, now);
  if (!facts) throw new AppError('CONFLICT', 'The enrollment is in a state that does not allow this');
  const state = stateOf({ ...before, ...facts });
  const moved = state !== before.enrollmentState;
  const values = {
    ...facts,
    ...companions(facts, reason, now),
    ...besides,
    ...(moved && { stateChangedAt: now }),
  };
  if (!Object.keys(values).length) return { before, after: before };
  const tx = await ctx.tx();
  const [after] = await tx
    .update(enrollments)
    .set(values)
    .where(and(eq(enrollments.tenantId, ctx.tenant.id), eq(enrollments.id, before.id)))
    .returning();
  if (!after) throw new Error('a locked enrolment is gone');
  if (moved)
    ctx.record({
      verb: 'enrollment.state_changed',
      subject: { type: 'enrollment', id: before.id },
      before: { enrollment_state: before.enrollmentState },
      after: { enrollment_state: after.enrollmentState, change: change.kind },
      reason,
    });
  else if (Object.keys(facts).length)
    ctx.record({
      verb: 'enrollment.fact_changed',
      subject: { type: 'enrollment', id: before.id },
      before: Object.fromEntries(
        Object.keys(facts).map((key) => [key, before[key as keyof EnrollmentFacts]]),
      ),
      after: facts,
      reason,
    });
  return { before, after };
}
