import type { CaseView, OverrideView, TrainingPayment } from '@officina/contracts/training-staff';
import { users } from '@officina/db/schema/identity';
import { payments } from '@officina/db/schema/payments';
import { enrollmentCases, enrollmentOverrides } from '@officina/db/schema/training-records';
import { and, desc, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';

const LATEST = 200;

export async function overridesOf(ctx: Ctx, userId: string): Promise<OverrideView[]> {
  const rows = await ctx.db
    .select({ override: enrollmentOverrides, createdBy: users.name })
    .from(enrollmentOverrides)
    .innerJoin(users, eq(users.id, enrollmentOverrides.createdBy))
    .where(and(eq(enrollmentOverrides.tenantId, ctx.tenant.id), eq(enrollmentOverrides.userId, userId)))
    .orderBy(desc(enrollmentOverrides.createdAt), desc(enrollmentOverrides.id))
    .limit(LATEST);
  const now = toDate(ctx.now);
  return rows.map(({ override: row, createdBy }) => ({
    id: row.id,
    action: row.action,
    expiresAt: row.expiresAt.toISOString(),
    reason: row.reason,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    live: !row.revokedAt && row.expiresAt > now,
  }));
}

export async function casesOf(ctx: Ctx, enrollmentId: string): Promise<CaseView[]> {
  const rows = await ctx.db
    .select()
    .from(enrollmentCases)
    .where(and(eq(enrollmentCases.tenantId, ctx.tenant.id), eq(enrollmentCases.enrollmentId, enrollmentId)))
    .orderBy(desc(enrollmentCases.openedAt), desc(enrollmentCases.id))
    .limit(LATEST);
  return rows.map(({ id, type, status, openedAt, closedAt, resolution }) => ({
    ...{ id, type, status, resolution },
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }));
}

/** A payment that succeeded was paid; nothing else of a learner is kept but failures. */
export async function paymentsOf(ctx: Ctx, enrollmentId: string): Promise<TrainingPayment[]> {
  const rows = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.enrollmentId, enrollmentId)))
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(LATEST);
  return rows.map((row) => ({
    id: row.id,
    kind: row.purpose,
    status: row.status === 'succeeded' ? 'paid' : 'failed',
    amountCents: row.amountMinor,
    currency: row.currency ?? ctx.tenant.currency,
    stripeInvoiceId: row.stripeInvoiceId,
    at: (row.paidAt ?? row.failedAt ?? row.createdAt).toISOString(),
  }));
}
