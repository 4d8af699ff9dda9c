import { DEFAULT_PROGRAM, type LearnerState, NEXT_ACTION_OF } from '@officina/contracts/training';
import { byProgram } from '@officina/contracts/training-inputs';
import type { EnrollmentView, TrainingMe } from '@officina/contracts/training-views';
import { applications } from '@officina/db/schema/training';
import { and, desc, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { read } from '../../../kernel/operation.ts';
import { documentsOf } from '../documents/document-row.ts';
import { missingDocuments } from '../documents/missing-documents.ts';
import { type Enrolled, readStanding } from '../enforcement/standing.ts';
import { hoursSoFar } from '../hours/hours-so-far.ts';
import { findAnyProgram, programZone } from '../load-program.ts';
import { planOfEnrollment } from './plan-of.ts';

const presentEnrollment = (ctx: Ctx, { enrollment: row, program, apprentice }: Enrolled): EnrollmentView => ({
  id: row.id,
  program: program.slug,
  timeZone: programZone(ctx, program),
  requiredDocuments: program.requiredDocuments,
  enrollmentState: row.enrollmentState,
  enrolledAt: row.enrolledAt.toISOString(),
  orientationCompletedAt: row.orientationCompletedAt?.toISOString() ?? null,
  documentsSubmittedAt: row.documentsSubmittedAt?.toISOString() ?? null,
  programStartDate: row.programStartDate,
  shopId: apprentice?.shopId ?? null,
});

async function lastApplication(ctx: Ctx, userId: string, programId: string | undefined) {
  if (!programId) return null;
  const [row] = await ctx.db
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(
      and(
        eq(applications.tenantId, ctx.tenant.id),
        eq(applications.userId, userId),
        eq(applications.programId, programId),
      ),
    )
    .orderBy(desc(applications.createdAt), desc(applications.id))
    .limit(1);
  return row ?? null;
}

const nextOf = (state: LearnerState | null) => (state ? NEXT_ACTION_OF[state] : 'apply');

/** Where the caller stands with a programme: what the pages of learners are laid from. */
export const readMe = read({
  name: 'training.me',
  permission: 'training.learn',
  input: byProgram,
  async run(ctx, { program: slug }): Promise<TrainingMe> {
    const { id: userId } = requireUser(ctx.actor);
    const program = await findAnyProgram(ctx, slug ?? DEFAULT_PROGRAM);
    const { state, enrolled } = await readStanding(ctx, {
      userId,
      programId: program?.id,
      strictly: slug !== undefined && slug !== null,
    });
    const base = {
      userId,
      state,
      nextAction: nextOf(state),
      application: await lastApplication(ctx, userId, enrolled?.program.id ?? program?.id),
    };
    if (!enrolled)
      return { ...base, enrollment: null, documents: [], missingDocuments: [], plan: null, hours: null };
    const { id } = enrolled.enrollment;
    const documents = await documentsOf(ctx, id);
    return {
      ...base,
      enrollment: presentEnrollment(ctx, enrolled),
      documents: documents.map(({ id, documentType, status, rejectionReason, fileUrl }) => ({
        ...{ id, documentType, status, rejectionReason, fileUrl },
      })),
      missingDocuments: await missingDocuments(ctx, id, enrolled.program.requiredDocuments),
      plan: await planOfEnrollment(ctx, enrolled),
      hours: await hoursSoFar(ctx, enrolled),
    };
  },
});
