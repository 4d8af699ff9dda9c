import { payments } from '@officina/db/schema/payments';
import { enrollments } from '@officina/db/schema/training';
import { and, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId, type TenantId } from '../../../kernel/ids.ts';
import { onStripeEvent, type StripeEffect } from '../../payments/stripe-effects.ts';
import { idIn, type StripeEvent, textOf } from '../../payments/stripe-event.ts';
import { type EnrollmentRow, lockEnrollment } from '../enrollments/load-enrollment.ts';
import { findBilled, inTenantOf, subscriptionIn } from './find-enrollment.ts';
import { recomputePastDue } from './past-due.ts';
import { tellOfFailure } from './tell-of-failure.ts';

/** The subscription that the plan has become, once we hear of it. */
export async function keepSubscription(ctx: WriteCtx, event: StripeEvent, row: EnrollmentRow): Promise<void> {
  const { id, enrollmentId } = subscriptionIn(event);
  if (!id || row.stripeSubscriptionId || enrollmentId !== row.id) return;
  const tx = await ctx.tx();
  await tx
    .update(enrollments)
    .set({ stripeSubscriptionId: id })
    .where(
      and(
        eq(enrollments.tenantId, ctx.tenant.id),
        eq(enrollments.id, row.id),
        isNull(enrollments.stripeSubscriptionId),
      ),
    );
}

const centsIn = (object: StripeEvent['object'], key: string): number => {
  const value = object[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
};

/** What an invoice has become: paid for good, or failed since its earliest failure. */
async function keepInvoice(
  ctx: WriteCtx,
  event: StripeEvent,
  enrollment: EnrollmentRow,
  status: 'succeeded' | 'failed',
): Promise<{ firstFailure: boolean }> {
  const { object, created } = event;
  const stripeInvoiceId = textOf(object, 'id');
  const amountMinor = status === 'succeeded' ? centsIn(object, 'amount_paid') : centsIn(object, 'amount_due');
  if (!stripeInvoiceId || !amountMinor) return { firstFailure: false };
  const tx = await ctx.tx();
  const mine = eq(payments.tenantId, ctx.tenant.id);
  const [known] = await tx
    .select()
    .from(payments)
    .where(and(mine, eq(payments.stripeInvoiceId, stripeInvoiceId)));
  if (known?.status === 'succeeded') return { firstFailure: false };
  const failed = status === 'failed';
  // Of two failures of one invoice the earlier counts, whichever is told first.
  if (known && failed && known.failedAt && known.failedAt <= created) return { firstFailure: false };
  const facts = {
    status,
    amountMinor,
    ...(failed ? { failedAt: created } : { paidAt: created }),
    stripePaymentIntentId: idIn(object, 'payment_intent') ?? known?.stripePaymentIntentId ?? null,
    stripeEventId: event.id,
  };
  const id = known?.id ?? newId();
  if (known)
    await tx
      .update(payments)
      .set(facts)
      .where(and(mine, eq(payments.id, known.id)));
  else
    await tx.insert(payments).values({
      ...facts,
      tenantId: ctx.tenant.id,
      id,
      purpose: 'weekly',
      enrollmentId: enrollment.id,
      userId: enrollment.userId,
      currency: (textOf(object, 'currency') ?? 'usd').toUpperCase(),
      method: 'stripe',
      stripeInvoiceId,
      createdAt: toDate(ctx.now),
    });
  ctx.record({
    verb: failed ? 'payment.failed' : 'payment.recorded',
    subject: { type: 'payment', id },
    before: known && { status: known.status, failedAt: known.failedAt },
    after: { purpose: 'weekly', amountMinor, stripeInvoiceId, enrollmentId: enrollment.id },
  });
  return { firstFailure: failed && !known };
}

const onInvoice =
  (status: 'succeeded' | 'failed'): StripeEffect =>
  async (ctx, event) => {
    const found = await findBilled(ctx, event);
    if (!found) return subscriptionIn(event).enrollmentId ? 'unmatched' : isOfLearner(event);
    const inside = await inTenantOf(ctx, found.tenantId);
    const enrollment = await lockEnrollment(inside, found.enrollmentId);
    await keepSubscription(inside, event, enrollment);
    const { firstFailure } = await keepInvoice(inside, event, enrollment, status);
    await recomputePastDue(inside, enrollment.id);
    if (firstFailure) await tellOfFailure(inside, enrollment, event);
    return { tenantId: found.tenantId as TenantId };
  };

/** An invoice of a customer who may still turn out to be a learner's. */
const isOfLearner = ({ object }: StripeEvent) => (idIn(object, 'customer') ? 'unmatched' : null);

onStripeEvent(['invoice.paid'], onInvoice('succeeded'));
onStripeEvent(['invoice.payment_failed'], onInvoice('failed'));
