import type { AlertSeverity } from '@officina/contracts/training';
import { trainingAlerts } from '@officina/db/schema/training-records';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { notifyMany } from '../../notifications/notify-many.ts';

export interface NewAlert {
  kind: string;
  severity: AlertSeverity;
  /** What it is about: of one kind and subject one alert is open at a time. */
  subject: string;
  message: string;
  enrollmentId?: string | null;
  entryId?: string | null;
  siteId?: string | null;
  details?: Record<string, unknown>;
}

/**
 * Opens an alert for staff in the operation's transaction, unless the same one is open; answers whether it did.
 * Grave ones ring the bell of all staff.
 */
export async function openAlert(ctx: WriteCtx, alert: NewAlert): Promise<boolean> {
  const tx = await ctx.tx();
  const id = newId();
  const made = await tx
    .insert(trainingAlerts)
    .values({ ...alert, tenantId: ctx.tenant.id, id, createdAt: toDate(ctx.now) })
    .onConflictDoNothing()
    .returning({ id: trainingAlerts.id });
  if (!made.length) return false;
  if (alert.severity === 'high')
    await notifyMany(ctx, 'staff', {
      kind: 'training.alert',
      params: { message: alert.message },
      link: alert.enrollmentId ? `/training/learners/${alert.enrollmentId}` : '/training',
    });
  const { kind, severity, message, enrollmentId = null } = alert;
  ctx.record({
    verb: 'alert.opened',
    subject: { type: 'training_alert', id },
    after: { kind, severity, message, enrollmentId },
  });
  return true;
}
