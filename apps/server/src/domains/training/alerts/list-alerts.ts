import type { Page } from '@officina/contracts/paging';
import type { AlertItem } from '@officina/contracts/training-staff';
import { alertList } from '@officina/contracts/training-staff-inputs';
import { users } from '@officina/db/schema/identity';
import { enrollments } from '@officina/db/schema/training';
import { trainingAlerts } from '@officina/db/schema/training-records';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';

/** What staff should know of, the newest first. */
export const listAlerts = read({
  name: 'training.alerts',
  permission: 'training.read',
  input: alertList,
  async run(ctx, { kind, resolved, limit, cursor }): Promise<Page<AlertItem>> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await ctx.db
      .select({ alert: trainingAlerts, learner: users.name })
      .from(trainingAlerts)
      .leftJoin(
        enrollments,
        and(eq(enrollments.tenantId, ctx.tenant.id), eq(enrollments.id, trainingAlerts.enrollmentId)),
      )
      .leftJoin(users, eq(users.id, enrollments.userId))
      .where(
        and(
          eq(trainingAlerts.tenantId, ctx.tenant.id),
          (resolved ? isNotNull : isNull)(trainingAlerts.resolvedAt),
          kind ? eq(trainingAlerts.kind, kind) : undefined,
          after
            ? sql`(${trainingAlerts.createdAt}, ${trainingAlerts.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(trainingAlerts.createdAt), desc(trainingAlerts.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      ({ alert }) => ({ value: alert.createdAt.toISOString(), id: alert.id }),
      ({ alert, learner }) => ({
        id: alert.id,
        kind: alert.kind,
        severity: alert.severity,
        message: alert.message,
        enrollmentId: alert.enrollmentId,
        learner,
        createdAt: alert.createdAt.toISOString(),
        resolvedAt: alert.resolvedAt?.toISOString() ?? null,
      }),
    );
  },
});
