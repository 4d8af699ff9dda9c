import { byAlert } from '@officina/contracts/training-staff-inputs';
import { trainingAlerts } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';

/** Somebody has seen to it; the next occasion opens an alert anew. */
export const resolveAlert = write({
  name: 'training.resolveAlert',
  permission: 'training.manage',
  input: byAlert,
  async run(ctx, { alertId }): Promise<{ id: string }> {
    const tx = await ctx.tx();
    const its = and(eq(trainingAlerts.tenantId, ctx.tenant.id), eq(trainingAlerts.id, alertId));
    const [alert] = await tx.select().from(trainingAlerts).where(its).for('update');
    if (!alert) throw notFound('Alert');
    if (alert.resolvedAt) throw new AppError('CONFLICT', 'This alert is resolved already');
    const resolvedBy = requireUser(ctx.actor).id;
    await tx
      .update(trainingAlerts)
      .set({ resolvedAt: toDate(ctx.now), resolvedBy })
      .where(its);
    ctx.record({
      verb: 'alert.resolved',
      subject: { type: 'training_alert', id: alertId },
      after: { kind: alert.kind, enrollmentId: alert.enrollmentId },
    });
    return { id: alertId };
  },
});
