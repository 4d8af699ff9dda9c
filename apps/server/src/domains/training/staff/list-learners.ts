import type { Page } from '@officina/contracts/paging';
import { daysPast } from '@officina/contracts/training-enforcement';
import type { LearnerItem } from '@officina/contracts/training-staff';
import { learnerList } from '@officina/contracts/training-staff-inputs';
import { users } from '@officina/db/schema/identity';
import { apprentices, enrollments } from '@officina/db/schema/training';
import { programs, shops } from '@officina/db/schema/training-places';
import { and, desc, eq, ilike, or, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { containing } from './containing.ts';

/** Learners of every state, the newest enrolment first. */
export const listLearners = read({
  name: 'training.learners',
  permission: 'training.read',
  input: learnerList,
  async run(ctx, { state, q, limit, cursor }): Promise<Page<LearnerItem>> {
    const after = decodeCursor(cursor, isMoment);
    const { id: tenantId } = ctx.tenant;
    const rows = await ctx.db
      .select({
        enrollment: enrollments,
        name: users.name,
        email: users.email,
        program: programs.name,
        requiredHours: programs.totalHours,
        shopName: shops.name,
        totalHours: apprentices.totalHours,
      })
      .from(enrollments)
      .innerJoin(users, eq(users.id, enrollments.userId))
      .innerJoin(programs, and(eq(programs.tenantId, tenantId), eq(programs.id, enrollments.programId)))
      .leftJoin(
        apprentices,
        and(eq(apprentices.tenantId, tenantId), eq(apprentices.enrollmentId, enrollments.id)),
      )
      .leftJoin(shops, and(eq(shops.tenantId, tenantId), eq(shops.id, apprentices.shopId)))
      .where(
        and(
          eq(enrollments.tenantId, tenantId),
          state ? eq(enrollments.enrollmentState, state) : undefined,
          q ? or(ilike(users.name, containing(q)), ilike(users.email, containing(q))) : undefined,
          after
            ? sql`(${enrollments.enrolledAt}, ${enrollments.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(enrollments.enrolledAt), desc(enrollments.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      ({ enrollment }) => ({ value: enrollment.enrolledAt.toISOString(), id: enrollment.id }),
      ({ enrollment: row, ...rest }) => ({
        ...rest,
        id: row.id,
        userId: row.userId,
        state: row.enrollmentState,
        stateChangedAt: row.stateChangedAt.toISOString(),
        enrolledAt: row.enrolledAt.toISOString(),
        programStartDate: row.programStartDate,
        daysPastDue: row.pastDueSince && daysPast(row.pastDueSince.getTime(), ctx.now.epochMilliseconds),
        holdReason: row.holdReason,
      }),
    );
  },
});
