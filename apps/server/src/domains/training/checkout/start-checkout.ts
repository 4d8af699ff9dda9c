import { checkout as input } from '@officina/contracts/training-inputs';
import { orders } from '@officina/db/schema/payments';
import { learners } from '@officina/db/schema/training';
import { and, eq, isNull } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import { PaymentRefused, PaymentsUnavailable } from '../../../kernel/payment-errors.ts';
import { reviveStripeEvents } from '../../payments/process-stripe-event.ts';
import { loadEnrollment } from '../enrollments/load-enrollment.ts';
import { loadProgram, type ProgramRow } from '../load-program.ts';
import { endOrder } from './end-order.ts';
import { checkTerms } from './price-of.ts';
import { type TakenOrder, takeOrder } from './take-order.ts';

/** A hosted page where a place is paid for, and what was agreed. Amounts in minor units. */
export interface StartedCheckout {
  sessionId: string;
  url: string;
  setupFeeCents: number;
  weeklyPaymentCents: number;
  weeksRemaining: number;
  firstBillingDate: string;
}

/** The learner's customer at the provider: made once, whoever asks at the same time. */
async function customerOf(ctx: Ctx, { learner }: TakenOrder): Promise<string> {
  if (learner.stripeCustomerId) return learner.stripeCustomerId;
  const { email, name, id: userId } = requireUser(ctx.actor);
  const metadata = { tenantId: ctx.tenant.id, user_id: userId };
  // Not the customer of their other payments (`payments/intents`): a weekly plan is nobody's subscription there.
  const key = `customer:learner:${ctx.tenant.id}:${userId}`;
  const customer = await ctx.services.payments.createCustomer({ email, name, metadata }, key);
  await stage(ctx, async (unit) => {
    const tx = await unit.tx();
    await tx
      .update(learners)
      .set({ stripeCustomerId: customer.id })
      .where(
        and(
          eq(learners.tenantId, ctx.tenant.id),
          eq(learners.userId, userId),
          isNull(learners.stripeCustomerId),
        ),
      );
    unit.record({
      verb: 'learner.customer_created',
      subject: { type: 'learner', id: learner.contactId },
      contactId: learner.contactId,
      after: { stripeCustomerId: customer.id },
    });
  });
  return customer.id;
}

/** Opens the hosted page of an order; asked again for the same order, it is the same page. */
async function openPage(
  ctx: Ctx,
  program: ProgramRow,
  taken: TakenOrder,
): Promise<{ id: string; url: string }> {
  const { order, replaced } = taken;
  const { payments, config } = ctx.services;
  for (const session of replaced) await payments.expireCheckout(session);
  const customerId = await customerOf(ctx, taken);
  const metadata = {
    orderId: order.id,
    tenantId: ctx.tenant.id,
    user_id: requireUser(ctx.actor).id,
    program: program.slug,
    checkout_type: 'barber_enrollment',
  };
  const page = `${config.publicUrl}/programs/${program.slug}`;
  const { amountMinor, currency } = order;
  const session = await payments.openCheckout(
    {
      mode: 'payment',
      lines: [{ name: `${program.name} set-up fee`, amountMinor, currency: currency.toLowerCase() }],
      customerId,
      keepCard: true,
      reference: order.id,
      metadata,
      resultMetadata: metadata,
      successUrl: `${page}/enrollment-success?session_id={CHECKOUT_SESSION_ID}`,
      cancelUrl: `${page}/checkout`,
    },
    `checkout:${order.id}`,
  );
  if (!session.url) throw new PaymentsUnavailable('the checkout has no page');
  return { id: session.id, url: session.url };
}

async function keepPage(ctx: Ctx, orderId: string, page: { id: string; url: string }): Promise<void> {
  await stage(ctx, async (unit) => {
    const tx = await unit.tx();
    await tx
      .update(orders)
      .set({ stripeSessionId: page.id, url: page.url })
      .where(and(eq(orders.tenantId, ctx.tenant.id), eq(orders.id, orderId), isNull(orders.stripeSessionId)));
    // It may have been paid before we knew its name.
    await reviveStripeEvents(unit, [page.id]);
  });
}

/** A known page, or null when it is closed although nobody has paid. */
async function knownPage(ctx: Ctx, { order }: TakenOrder): Promise<{ id: string; url: string } | null> {
  if (!order.stripeSessionId || !order.url) return null;
  const session = await ctx.services.payments.findCheckout(order.stripeSessionId);
  return session && session.status !== 'expired' ? { id: session.id, url: order.url } : null;
}

async function pageOf(ctx: Ctx, program: ProgramRow, take: () => Promise<TakenOrder>) {
  let taken = await take();
  try {
    const known = await knownPage(ctx, taken);
    if (known) return { taken, page: known };
    if (taken.order.stripeSessionId) {
      const { id } = taken.order;
      await stage(ctx, (unit) => endOrder(unit, id, 'expired', 'the page was closed'));
      taken = await take();
    }
    const page = await openPage(ctx, program, taken);
    await keepPage(ctx, taken.order.id, page);
    return { taken, page };
  } catch (error) {
    if (!(error instanceof PaymentRefused || error instanceof PaymentsUnavailable)) throw error;
    const { id, stripeSessionId } = taken.order;
    // A page that is known stays: it can still be paid.
    if (!stripeSessionId) await stage(ctx, (unit) => endOrder(unit, id, 'failed', error.message));
    ctx.services.log.error({ err: error, orderId: id }, 'no checkout could be opened');
    throw new AppError('STRIPE_ERROR', 'Failed to create checkout session');
  }
}

/**
 * A hosted page where the caller pays the set-up fee of a programme. Asked again with the same terms while it is open, it
 * is the same page; other terms close it. An order is kept before the provider is asked, and ends with its refusal
 * (STRIPE_ERROR). Source: academy specification §3.3.
 */
export const startCheckout = staged({
  name: 'training.checkout',
  permission: 'training.learn',
  input,
  async run(ctx, { program: slug, enrollmentId, ...asked }): Promise<StartedCheckout> {
    const user = requireUser(ctx.actor);
    const program = await loadProgram(ctx, slug);
    const terms = checkTerms(program, asked);
    if (enrollmentId && (await loadEnrollment(ctx, enrollmentId)).userId !== user.id)
      throw new AppError('ENROLLMENT_NOT_FOUND');
    const take = () => stage(ctx, (unit) => takeOrder(unit, user, program, terms));
    const {
      taken: { order, place },
      page,
    } = await pageOf(ctx, program, take);
    return {
      sessionId: page.id,
      url: page.url,
      setupFeeCents: order.amountMinor,
      weeklyPaymentCents: place.weeklyMinor,
      weeksRemaining: place.weeksTotal,
      firstBillingDate: place.firstBillingText,
    };
  },
});
