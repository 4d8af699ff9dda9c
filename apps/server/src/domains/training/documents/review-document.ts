import type { EnrollmentDocumentStatus } from '@officina/contracts/training';
import { documentReview } from '@officina/contracts/training-staff-inputs';
import { users } from '@officina/db/schema/identity';
import { learners } from '@officina/db/schema/training';
import { enrollmentDocuments } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import { documentMail } from '../learning-mails.ts';

/** Staff accept a paper or send it back with a reason; the learner is mailed. It never changes the enrolment's state. */
export const reviewDocument = write({
  name: 'training.reviewDocument',
  permission: 'training.manage',
  input: documentReview,
  async run(
    ctx,
    { documentId, decision, reason },
  ): Promise<{ id: string; status: EnrollmentDocumentStatus }> {
    const tx = await ctx.tx();
    const { id: tenantId } = ctx.tenant;
    const its = and(
      eq(enrollmentDocuments.tenantId, tenantId),
      eq(enrollmentDocuments.documentId, documentId),
    );
    const [paper] = await tx.select().from(enrollmentDocuments).where(its).for('update');
    if (!paper) throw notFound('Document');
    const rejectionReason = decision === 'rejected' ? (reason ?? null) : null;
    await tx
      .update(enrollmentDocuments)
      .set({
        status: decision,
        rejectionReason,
        reviewedBy: requireUser(ctx.actor).id,
        reviewedAt: toDate(ctx.now),
      })
      .where(its);
    const [learner] = await tx
      .select({ name: users.name, email: users.email, contactId: learners.contactId })
      .from(users)
      .leftJoin(learners, and(eq(learners.tenantId, tenantId), eq(learners.userId, users.id)))
      .where(eq(users.id, paper.userId));
    if (!learner) throw new Error('a paper of nobody');
    const { contactId } = learner;
    ctx.record({
      verb: 'document.reviewed',
      subject: { type: 'enrollment_document', id: documentId },
      contactId,
      before: { status: paper.status },
      after: { status: decision, documentType: paper.documentType, enrollmentId: paper.enrollmentId },
      reason,
    });
    const link = `${ctx.services.config.publicUrl}/apprentice`;
    const mail = documentMail(ctx.tenant, {
      ...learner,
      type: paper.documentType,
      reason: rejectionReason,
      link,
    });
    await queueMessage(ctx, {
      channel: 'email',
      to: learner.email,
      ...mail,
      contactId: contactId ?? undefined,
    });
    return { id: documentId, status: decision };
  },
});
