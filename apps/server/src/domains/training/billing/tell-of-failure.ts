import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import { type StripeEvent, textOf } from '../../payments/stripe-event.ts';
import { openAlert } from '../alerts/open-alert.ts';
import type { EnrollmentRow } from '../enrollments/load-enrollment.ts';
import { paymentFailedMail } from '../training-mails.ts';

/** Tells learner and staff that a weekly payment failed, for the first time. */
export async function tellOfFailure(
  ctx: WriteCtx,
  enrollment: EnrollmentRow,
  { object }: StripeEvent,
): Promise<void> {
  const tx = await ctx.tx();
  const [user] = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, enrollment.userId));
  if (!user) return;
  const link = `${ctx.services.config.publicUrl}/apprentice/settings/billing`;
  await queueMessage(ctx, {
    channel: 'email',
    to: user.email,
    ...paymentFailedMail(ctx.tenant, { name: user.name, link }),
    as: { tenantId: ctx.tenant.id },
  });
  await openAlert(ctx, {
    kind: 'payment_failed',
    severity: 'warning',
    subject: textOf(object, 'id') ?? enrollment.id,
    enrollmentId: enrollment.id,
    message: `A weekly payment of ${user.name} failed`,
  });
}
