import { enrollments } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import type { TenantId } from '../../../kernel/ids.ts';
import { onStripeEvent } from '../../payments/stripe-effects.ts';
import { textOf } from '../../payments/stripe-event.ts';
import { wasFollowedBy } from '../../payments/stripe-history.ts';
import { openAlert } from '../alerts/open-alert.ts';
import { lockEnrollment } from '../enrollments/load-enrollment.ts';
import { weeksPaid } from './count-weeks.ts';
import { findBilled, inTenantOf, subscriptionIn } from './find-enrollment.ts';
import { keepSubscription } from './on-invoice.ts';

/** Keeps how the weekly plan stands at the provider; one that ends before it is paid is told to staff. */
onStripeEvent(
  ['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.deleted'],
  async (ctx, event) => {
    const { id, enrollmentId } = subscriptionIn(event);
    const found = id ? await findBilled(ctx, event) : null;
    if (!id || !found) return enrollmentId ? 'unmatched' : null;
    const tenantId = found.tenantId as TenantId;
    const inside = await inTenantOf(ctx, found.tenantId);
    const row = await lockEnrollment(inside, found.enrollmentId);
    await keepSubscription(inside, event, row);
    const foreign = row.stripeSubscriptionId !== null && row.stripeSubscriptionId !== id;
    if (foreign || (await wasFollowedBy(ctx, event, id, { anyTime: false }))) return { tenantId };
    const ended = event.type === 'customer.subscription.deleted';
    const subscriptionStatus = ended ? 'canceled' : textOf(event.object, 'status');
    const tx = await inside.tx();
    await tx
      .update(enrollments)
      .set({ subscriptionStatus })
      .where(and(eq(enrollments.tenantId, tenantId), eq(enrollments.id, row.id)));
    if (subscriptionStatus !== row.subscriptionStatus)
      inside.record({
        verb: 'enrollment.plan_changed',
        subject: { type: 'enrollment', id: row.id },
        before: { subscriptionStatus: row.subscriptionStatus },
        after: { subscriptionStatus },
      });
    if (ended && (await weeksPaid(inside, row.id)) < row.weeksTotal)
      await openAlert(inside, {
        kind: 'plan_ended_early',
        severity: 'high',
        subject: id,
        enrollmentId: row.id,
        message: 'The weekly plan of a learner has ended before it was paid',
      });
    return { tenantId };
  },
);
