import { nextMonday } from '@officina/contracts/training-hours';
import { byProgram } from '@officina/contracts/training-learner-inputs';
import { apprentices } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { dayOf, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { missingDocuments } from '../documents/missing-documents.ts';
import { enforce } from '../enforcement/enforce.ts';
import { enrolledIn } from '../enforcement/enrolled-in.ts';
import { regulated } from '../enforcement/regulated.ts';
import { type Enrolled, lockStanding } from '../enforcement/standing.ts';
import { loadAnyProgram, programZone } from '../load-program.ts';
import { addApprentice } from './add-apprentice.ts';
import { changeEnrollment } from './change-enrollment.ts';

/** The apprentice's record starts with the programme; where there is none yet it is made. */
async function startApprentice(
  ctx: WriteCtx,
  { enrollment, program, apprentice }: Enrolled,
  startDate: string,
) {
  const tx = await ctx.tx();
  if (apprentice) {
    await tx
      .update(apprentices)
      .set({ startDate })
      .where(and(eq(apprentices.tenantId, ctx.tenant.id), eq(apprentices.id, apprentice.id)));
    return;
  }
  const made = await addApprentice(ctx, { ...enrollment, programStartDate: startDate }, program);
  if (made)
    ctx.record({
      verb: 'enrollment.reconciled',
      subject: { type: 'enrollment', id: enrollment.id },
      after: { apprenticeId: made.id, startDate },
    });
}

export interface SubmittedDocuments {
  program: string;
  /** YYYY-MM-DD, a Monday in programme time. */
  programStartDate: string;
}

/** The learner's papers are complete: training begins on the Monday after. A start date once set stays. */
export const submitDocuments = regulated({
  name: 'training.submitDocuments',
  permission: 'training.learn',
  path: '/api/enrollment/submit-documents',
  input: byProgram,
  async run(ctx, { program: slug }, guard): Promise<SubmittedDocuments> {
    const { id: userId } = requireUser(ctx.actor);
    const program = await loadAnyProgram(ctx, slug);
    const standing = await lockStanding(ctx, { userId, programId: program.id, strictly: true });
    await enforce(ctx, guard, { action: 'SUBMIT_DOCUMENTS', standing });
    const enrolled = enrolledIn(standing);
    const { enrollment } = enrolled;
    const missing = await missingDocuments(ctx, enrollment.id, program.requiredDocuments);
    if (missing.length) throw new AppError('REQUIRED_DOCUMENT_MISSING', undefined, { missing });
    const today = dayOf(ctx.now, programZone(ctx, program));
    const programStartDate = enrollment.programStartDate ?? nextMonday(today);
    await changeEnrollment(
      ctx,
      enrollment.id,
      { kind: 'documents_submitted' },
      { besides: { documentsSubmittedAt: toDate(ctx.now), programStartDate } },
    );
    await startApprentice(ctx, enrolled, programStartDate);
    return { program: program.slug, programStartDate };
  },
});
