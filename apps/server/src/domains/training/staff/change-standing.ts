import type { EnrollmentState } from '@officina/contracts/training';
import { courseworkSave, enrollmentReason } from '@officina/contracts/training-staff-inputs';
import { apprentices, enrollments } from '@officina/db/schema/training';
import { enrollmentCases } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { readStanding } from '../enforcement/standing.ts';
import { type Changed, changeEnrollment } from '../enrollments/change-enrollment.ts';
import { lockEnrollment } from '../enrollments/load-enrollment.ts';
import { closeCases } from './close-cases.ts';
import { hasAllHours } from './learner-abilities.ts';

/** Where a learner stands after a change by staff. */
export interface Stands {
  enrollmentId: string;
  enrollmentState: EnrollmentState;
}

const standsAfter = ({ after }: Changed): Stands => ({
  enrollmentId: after.id,
  enrollmentState: after.enrollmentState,
});

/** Nothing goes on for this learner until they are reinstated; an open shift may still be ended. */
export const suspend = write({
  name: 'training.suspend',
  permission: 'training.manage',
  input: enrollmentReason,
  run: async (ctx, { enrollmentId, reason }): Promise<Stands> =>
    standsAfter(await changeEnrollment(ctx, enrollmentId, { kind: 'suspended' }, { reason })),
});

/** Back to whatever the other facts say. */
export const reinstate = write({
  name: 'training.reinstate',
  permission: 'training.manage',
  input: enrollmentReason,
  run: async (ctx, { enrollmentId, reason }): Promise<Stands> =>
    standsAfter(await changeEnrollment(ctx, enrollmentId, { kind: 'reinstated' }, { reason })),
});

export const setHold = write({
  name: 'training.setHold',
  permission: 'training.manage',
  input: enrollmentReason,
  run: async (ctx, { enrollmentId, reason }): Promise<Stands> =>
    standsAfter(await changeEnrollment(ctx, enrollmentId, { kind: 'held', reason: 'manual' }, { reason })),
});

/** Lifts the hold and closes its case. What is past due stays so until it is paid. */
export const releaseHold = write({
  name: 'training.releaseHold',
  permission: 'training.manage',
  input: enrollmentReason,
  async run(ctx, { enrollmentId, reason }): Promise<Stands> {
    const changed = await changeEnrollment(ctx, enrollmentId, { kind: 'hold_released' }, { reason });
    const held = changed.before.holdReason;
    if (held === 'refund' || held === 'dispute')
      await closeCases(
        ctx,
        and(eq(enrollmentCases.enrollmentId, changed.before.id), eq(enrollmentCases.type, held)),
        reason,
      );
    return standsAfter(changed);
  },
});

async function finishApprentice(ctx: WriteCtx, enrollmentId: string) {
  const tx = await ctx.tx();
  await tx
    .update(apprentices)
    .set({ status: 'completed' })
    .where(and(eq(apprentices.tenantId, ctx.tenant.id), eq(apprentices.enrollmentId, enrollmentId)));
}

/** The last step: all hours and the coursework are there. Nothing leads back. */
export const complete = write({
  name: 'training.complete',
  permission: 'training.manage',
  input: enrollmentReason,
  async run(ctx, { enrollmentId, reason }): Promise<Stands> {
    const { userId, programId, courseworkComplete } = await lockEnrollment(ctx, enrollmentId);
    const { enrolled } = await readStanding(ctx, { userId, programId, strictly: true });
    if (!enrolled || !hasAllHours(enrolled)) throw new AppError('CONFLICT', 'Hours are missing');
    if (!courseworkComplete) throw new AppError('CONFLICT', 'The coursework is not complete');
    const besides = { completedAt: toDate(ctx.now) };
    const changed = await changeEnrollment(ctx, enrollmentId, { kind: 'completed' }, { reason, besides });
    await finishApprentice(ctx, enrollmentId);
    return standsAfter(changed);
  },
});

/** Whether the learner has done the theory, which no hours tell. */
export const setCoursework = write({
  name: 'training.setCoursework',
  permission: 'training.manage',
  input: courseworkSave,
  async run(
    ctx,
    { enrollmentId, complete: courseworkComplete, reason },
  ): Promise<{ courseworkComplete: boolean }> {
    const before = await lockEnrollment(ctx, enrollmentId);
    if (before.progressState === 'completed') throw new AppError('CONFLICT', 'This enrollment is complete');
    const tx = await ctx.tx();
    await tx
      .update(enrollments)
      .set({ courseworkComplete })
      .where(and(eq(enrollments.tenantId, ctx.tenant.id), eq(enrollments.id, enrollmentId)));
    ctx.record({
      verb: 'enrollment.coursework_changed',
      subject: { type: 'enrollment', id: enrollmentId },
      before: { courseworkComplete: before.courseworkComplete },
      after: { courseworkComplete },
      reason,
    });
    return { courseworkComplete };
  },
});
