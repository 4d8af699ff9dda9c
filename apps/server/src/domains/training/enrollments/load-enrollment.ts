import { DEFAULT_PROGRAM } from '@officina/contracts/training';
import { enrollments } from '@officina/db/schema/training';
import { programs } from '@officina/db/schema/training-places';
import { and, eq } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';

export type EnrollmentRow = typeof enrollments.$inferSelect;

const absent = () => new AppError('ENROLLMENT_NOT_FOUND');

/** An enrolment of the tenant. Missing, foreign and malformed ids are all ENROLLMENT_NOT_FOUND. */
export async function loadEnrollment(ctx: Ctx, id: string): Promise<EnrollmentRow> {
  const [row] = isUuid(id)
    ? await ctx.db
        .select()
        .from(enrollments)
        .where(and(eq(enrollments.tenantId, ctx.tenant.id), eq(enrollments.id, id)))
    : [];
  if (!row) throw absent();
  return row;
}

/** The same, held until the transaction ends: what is read of it stays true while the operation writes. */
export async function lockEnrollment(ctx: WriteCtx, id: string): Promise<EnrollmentRow> {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select()
        .from(enrollments)
        .where(and(eq(enrollments.tenantId, ctx.tenant.id), eq(enrollments.id, id)))
        .for('update')
    : [];
  if (!row) throw absent();
  return row;
}

/** A person's enrolment in the programme of this slug, or null. */
export async function enrollmentOf(
  ctx: Ctx,
  userId: string,
  slug: string = DEFAULT_PROGRAM,
): Promise<EnrollmentRow | null> {
  const [row] = await ctx.db
    .select({ enrollment: enrollments })
    .from(enrollments)
    .innerJoin(
      programs,
      and(eq(programs.tenantId, enrollments.tenantId), eq(programs.id, enrollments.programId)),
    )
    .where(
      and(
        eq(enrollments.tenantId, ctx.tenant.id),
        eq(programs.tenantId, ctx.tenant.id),
        eq(enrollments.userId, userId),
        eq(programs.slug, slug),
      ),
    );
  return row?.enrollment ?? null;
}
