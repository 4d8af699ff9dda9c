import type { EnrollmentDetail } from '@officina/contracts/training-staff';
import { enrollmentDetail } from '@officina/contracts/training-staff-inputs';
import { users } from '@officina/db/schema/identity';
import { enrollments, learners } from '@officina/db/schema/training';
import { and, desc, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { read } from '../../../kernel/operation.ts';
import { documentsOf } from '../documents/document-row.ts';
import { missingDocuments } from '../documents/missing-documents.ts';
import { readStanding } from '../enforcement/standing.ts';
import { planOfEnrollment } from '../enrollments/plan-of.ts';
import { shiftsOf } from '../hours/shift-reads.ts';
import { programZone } from '../load-program.ts';
import { findShop } from '../timeclock/clock-places.ts';
import { auditOf } from './audit.ts';
import { casesOf, overridesOf, paymentsOf } from './enrollment-parts.ts';
import { learnerAbilities } from './learner-abilities.ts';

const LATEST = 200;

async function find(ctx: Ctx, { enrollmentId, userId }: { enrollmentId?: string; userId?: string }) {
  const [row] = await ctx.db
    .select({ userId: enrollments.userId, programId: enrollments.programId })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.tenantId, ctx.tenant.id),
        enrollmentId ? eq(enrollments.id, enrollmentId) : eq(enrollments.userId, userId ?? ''),
      ),
    )
    .orderBy(desc(enrollments.enrolledAt))
    .limit(1);
  const standing = row && (await readStanding(ctx, { ...row, strictly: true }));
  if (!standing?.enrolled) throw new AppError('ENROLLMENT_NOT_FOUND');
  return { ...standing.enrolled, contactId: standing.contactId };
}

async function personOf(ctx: Ctx, userId: string) {
  const [row] = await ctx.db
    .select({ name: users.name, email: users.email, phone: learners.phone })
    .from(users)
    .leftJoin(learners, and(eq(learners.tenantId, ctx.tenant.id), eq(learners.userId, users.id)))
    .where(eq(users.id, userId));
  if (!row) throw new Error('an enrolment of nobody');
  return row;
}

/** Everything that staff know of one learner; each list holds the newest first, the latest 200. */
export const getEnrollment = read({
  name: 'training.enrollment',
  permission: 'training.read',
  input: enrollmentDetail,
  async run(ctx, wanted): Promise<EnrollmentDetail> {
    const found = await find(ctx, wanted);
    const { enrollment: row, program, apprentice, contactId } = found;
    const shop = await findShop(ctx, apprentice?.shopId);
    return {
      enrollment: {
        id: row.id,
        program: program.slug,
        timeZone: programZone(ctx, program),
        enrollmentState: row.enrollmentState,
        enrolledAt: row.enrolledAt.toISOString(),
        orientationCompletedAt: row.orientationCompletedAt?.toISOString() ?? null,
        documentsSubmittedAt: row.documentsSubmittedAt?.toISOString() ?? null,
        programStartDate: row.programStartDate,
        completedAt: row.completedAt?.toISOString() ?? null,
        shopId: apprentice?.shopId ?? null,
        holdReason: row.holdReason,
        suspendedAt: row.suspendedAt?.toISOString() ?? null,
        suspensionReason: row.suspensionReason,
        courseworkComplete: row.courseworkComplete,
        missingDocuments: await missingDocuments(ctx, row.id, program.requiredDocuments),
      },
      learner: { userId: row.userId, contactId, ...(await personOf(ctx, row.userId)) },
      apprentice: apprentice && {
        id: apprentice.id,
        startDate: apprentice.startDate,
        totalHours: apprentice.totalHours,
        transferHoursCredited: apprentice.transferHoursCredited,
        requiredHours: apprentice.totalHoursRequired,
        shopId: apprentice.shopId,
        shopName: shop?.name ?? null,
      },
      billing: {
        ...(await planOfEnrollment(ctx, found)),
        stripeCustomerId: row.stripeCustomerId,
        stripeSubscriptionId: row.stripeSubscriptionId,
      },
      payments: await paymentsOf(ctx, row.id),
      documents: await documentsOf(ctx, row.id, LATEST),
      overrides: await overridesOf(ctx, row.userId),
      cases: await casesOf(ctx, row.id),
      shifts: apprentice ? await shiftsOf(ctx, apprentice.id, LATEST) : [],
      audit: await auditOf(ctx, row.id, contactId),
      abilities: learnerAbilities(ctx, found),
    };
  },
});
