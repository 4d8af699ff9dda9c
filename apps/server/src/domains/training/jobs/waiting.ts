import type { EnrollmentState } from '@officina/contracts/training';
import { users } from '@officina/db/schema/identity';
import { enrollments, learners } from '@officina/db/schema/training';
import { programs } from '@officina/db/schema/training-places';
import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';

/** Why somebody does not get on, which reminders and alerts are about. */
export type Waiting = 'orientation' | 'documents' | 'payment';

export interface WaitingLearner {
  enrollmentId: string;
  waiting: Waiting;
  since: Date;
  /** Whole days, in elapsed time. */
  days: number;
  /** The same with the part of the day that has begun. */
  elapsed: number;
  name: string;
  email: string;
  contactId: string | null;
  timeZone: string;
}

const ONBOARDING: Partial<Record<EnrollmentState, Waiting>> = {
  enrolled_pending_orientation: 'orientation',
  orientation_complete: 'documents',
  documents_pending: 'documents',
};

/** Learners who wait for themselves: orientation, papers, or a payment that is due. */
export async function waitingLearners(ctx: Ctx): Promise<WaitingLearner[]> {
  const { id: tenantId } = ctx.tenant;
  const rows = await ctx.db
    .select({
      enrollment: enrollments,
      name: users.name,
      email: users.email,
      contactId: learners.contactId,
      timeZone: programs.timeZone,
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .innerJoin(programs, and(eq(programs.tenantId, tenantId), eq(programs.id, enrollments.programId)))
    .leftJoin(learners, and(eq(learners.tenantId, tenantId), eq(learners.userId, enrollments.userId)))
    .where(
      and(
        eq(enrollments.tenantId, tenantId),
        or(
          inArray(enrollments.enrollmentState, Object.keys(ONBOARDING) as EnrollmentState[]),
          and(eq(enrollments.enrollmentState, 'payment_hold'), isNotNull(enrollments.pastDueSince)),
        ),
      ),
    );
  return rows.map(({ enrollment, timeZone, ...person }) => {
    const { id: enrollmentId, enrollmentState, stateChangedAt, pastDueSince } = enrollment;
    const waiting = ONBOARDING[enrollmentState] ?? 'payment';
    const since = waiting === 'payment' ? (pastDueSince ?? stateChangedAt) : stateChangedAt;
    const elapsed = (ctx.now.epochMilliseconds - since.getTime()) / 86_400_000;
    const zone = timeZone ?? ctx.tenant.timeZone;
    return { enrollmentId, waiting, since, days: Math.floor(elapsed), elapsed, ...person, timeZone: zone };
  });
}
