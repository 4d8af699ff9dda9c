import { overrideRevoke } from '@officina/contracts/training-staff-inputs';
import { learners } from '@officina/db/schema/training';
import { enrollmentOverrides } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';

/** Ends an override at once. */
export const revokeOverride = write({
  name: 'training.revokeOverride',
  permission: 'training.manage',
  input: overrideRevoke,
  async run(ctx, { overrideId, reason }): Promise<{ id: string }> {
    const tx = await ctx.tx();
    const its = and(eq(enrollmentOverrides.tenantId, ctx.tenant.id), eq(enrollmentOverrides.id, overrideId));
    const [override] = await tx.select().from(enrollmentOverrides).where(its).for('update');
    if (!override) throw notFound('Override');
    if (override.revokedAt) throw new AppError('CONFLICT', 'This override has been revoked already');
    await tx
      .update(enrollmentOverrides)
      .set({ revokedAt: toDate(ctx.now), revokedBy: requireUser(ctx.actor).id })
      .where(its);
    const [learner] = await tx
      .select({ contactId: learners.contactId })
      .from(learners)
      .where(and(eq(learners.tenantId, ctx.tenant.id), eq(learners.userId, override.userId)));
    ctx.record({
      verb: 'override.revoked',
      subject: { type: 'enrollment_override', id: overrideId },
      contactId: learner?.contactId,
      after: { userId: override.userId, action: override.action },
      reason,
    });
    return { id: overrideId };
  },
});
