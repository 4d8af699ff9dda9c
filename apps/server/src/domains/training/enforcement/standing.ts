import { type LearnerState, LIVE_APPLICATION_STATUSES } from '@officina/contracts/training';
import type { Executor } from '@officina/db/client';
import { applications, apprentices, enrollments, learners } from '@officina/db/schema/training';
import { programs } from '@officina/db/schema/training-places';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import type { EnrollmentRow } from '../enrollments/load-enrollment.ts';
import type { ProgramRow } from '../load-program.ts';

export type ApprenticeRow = typeof apprentices.$inferSelect;

/** A person's place in a programme, with the record under which they clock hours. */
export interface Enrolled {
  enrollment: EnrollmentRow;
  program: ProgramRow;
  /** Null until the enrolment has been provisioned. */
  apprentice: ApprenticeRow | null;
}

/** Where a person stands with the academy: what every rule about them is read from. */
export interface Standing {
  userId: string;
  /** Null for somebody who never applied. */
  state: LearnerState | null;
  enrolled: Enrolled | null;
  /** The contact on whose timeline belongs what they do. */
  contactId: string | null;
}

/** Which of a person's enrolments is meant: that of a programme, or the one that they are busy with. */
export interface Meant {
  userId: string;
  programId?: string;
  /** Only that of this programme, or none. */
  strictly?: boolean;
}

const ofUser = (db: Executor, ctx: Ctx, { userId, programId, strictly }: Meant) =>
  db
    .select({ enrollment: enrollments, program: programs, apprentice: apprentices })
    .from(enrollments)
    .innerJoin(
      programs,
      and(eq(programs.tenantId, enrollments.tenantId), eq(programs.id, enrollments.programId)),
    )
    .leftJoin(
      apprentices,
      and(eq(apprentices.tenantId, enrollments.tenantId), eq(apprentices.enrollmentId, enrollments.id)),
    )
    .where(
      and(
        eq(enrollments.tenantId, ctx.tenant.id),
        eq(programs.tenantId, ctx.tenant.id),
        eq(enrollments.userId, userId),
        strictly && programId ? eq(enrollments.programId, programId) : undefined,
      ),
    )
    .orderBy(
      ...(programId ? [desc(sql`${enrollments.programId} = ${programId}`)] : []),
      sql`${enrollments.enrollmentState} = 'completed'`,
      desc(enrollments.enrolledAt),
      desc(enrollments.id),
    )
    .limit(1);

/** Of who has not enrolled: how far their application has come. */
async function applicantState(
  ctx: Ctx,
  { userId, programId, strictly }: Meant,
): Promise<LearnerState | null> {
  const [application] = await ctx.db
    .select({ status: applications.status })
    .from(applications)
    .where(
      and(
        eq(applications.tenantId, ctx.tenant.id),
        eq(applications.userId, userId),
        inArray(applications.status, [...LIVE_APPLICATION_STATUSES]),
        strictly && programId ? eq(applications.programId, programId) : undefined,
      ),
    )
    .orderBy(desc(applications.createdAt))
    .limit(1);
  if (!application) return null;
  return application.status === 'submitted' ? 'application_submitted' : 'payment_pending';
}

async function contactOf(ctx: Ctx, userId: string): Promise<string | null> {
  const [learner] = await ctx.db
    .select({ contactId: learners.contactId })
    .from(learners)
    .where(and(eq(learners.tenantId, ctx.tenant.id), eq(learners.userId, userId)));
  return learner?.contactId ?? null;
}

const standingOf = async (ctx: Ctx, meant: Meant, enrolled: Enrolled | null): Promise<Standing> => ({
  userId: meant.userId,
  state: enrolled ? enrolled.enrollment.enrollmentState : await applicantState(ctx, meant),
  enrolled,
  contactId: await contactOf(ctx, meant.userId),
});

/** As it is at this moment; nothing is held. */
export async function readStanding(ctx: Ctx, meant: Meant): Promise<Standing> {
  const [row] = await ofUser(ctx.db, ctx, meant);
  return standingOf(ctx, meant, row ?? null);
}

/**
 * The same with the enrolment held until the transaction ends, and read once it is held: whoever acts for one person
 * acts one after the other, each on what the one before has left.
 */
export async function lockStanding(ctx: WriteCtx, meant: Meant): Promise<Standing> {
  const tx = await ctx.tx();
  const [found] = await ofUser(tx, ctx, meant);
  if (!found) return standingOf(ctx, meant, null);
  const { id, programId } = found.enrollment;
  await tx
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(and(eq(enrollments.tenantId, ctx.tenant.id), eq(enrollments.id, id)))
    .for('update');
  const [row] = await ofUser(tx, ctx, { userId: meant.userId, programId, strictly: true });
  return standingOf(ctx, meant, row ?? null);
}
