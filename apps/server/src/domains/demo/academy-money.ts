import { orders } from '@officina/db/schema/payments';
import { learners } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { inTransaction } from '../../kernel/operation.ts';
import { actOnStripeEvent } from '../payments/act-on-stripe-event.ts';
import { takeOrder } from '../training/checkout/take-order.ts';
import { loadProgram } from '../training/load-program.ts';

/** What the provider knows of somebody: real in the sandbox, so that portals and plans of the demo work. */
export interface Payer {
  customer: string;
  intent: string;
}

const nameless = (prefix: string): string => `${prefix}_demo${newId().replaceAll('-', '')}`;

/** A customer at the provider; where it is not our sandbox, nobody real is made for an invented person. */
export async function demoCustomer(
  ctx: Ctx,
  { email, name }: { email: string; name: string },
): Promise<string | null> {
  const { payments } = ctx.services;
  if (payments.mode !== 'sandbox') return null;
  const metadata = { tenantId: ctx.tenant.id };
  return (await payments.createCustomer({ email, name, metadata }, `demo:${ctx.tenant.id}:${email}`)).id;
}

/** Pays the fee with a card that the customer keeps, for the weekly payments to come. */
async function payFee(ctx: Ctx, customer: string | null): Promise<Payer> {
  const { payments } = ctx.services;
  if (!customer) return { customer: nameless('cus'), intent: nameless('pi') };
  const { id } = await payments.createPayment(
    {
      ...{ amountMinor: 174_300, currency: 'usd', customerId: customer, paymentMethodId: 'pm_card_visa' },
      setupFutureUsage: 'off_session',
      metadata: { tenantId: ctx.tenant.id },
    },
    `demo:${ctx.tenant.id}:${customer}:fee`,
  );
  return { customer, intent: id };
}

/** Something that the provider told at this moment of the story. */
export async function tell(ctx: Ctx, type: string, object: Record<string, unknown>): Promise<void> {
  const id = nameless('evt');
  const created = Math.floor(ctx.now.epochMilliseconds / 1000);
  const payload = { id, object: 'event', type, created, data: { object } };
  const actor = { value: { kind: 'webhook', provider: 'stripe' } as const };
  await actOnStripeEvent(Object.create(ctx, { actor }), { id, payload });
}

/** The learner of the context buys a place and pays the fee; the event of it enrols them. */
export async function buyPlace(ctx: Ctx, hoursPerWeek: number): Promise<Payer> {
  const user = requireUser(ctx.actor);
  const program = await loadProgram(ctx);
  const known = await demoCustomer(ctx, user);
  const payer = await payFee(ctx, known);
  const session = nameless('cs');
  await inTransaction(ctx, { conflicts: {}, input: null }, async (unit) => {
    const { order } = await takeOrder(unit, user, program, { hoursPerWeek, transferredHours: 0 });
    const tx = await unit.tx();
    await tx
      .update(orders)
      .set({ stripeSessionId: session })
      .where(and(eq(orders.tenantId, ctx.tenant.id), eq(orders.id, order.id)));
    if (known)
      await tx
        .update(learners)
        .set({ stripeCustomerId: known })
        .where(and(eq(learners.tenantId, ctx.tenant.id), eq(learners.userId, user.id)));
  });
  await tell(ctx, 'checkout.session.completed', {
    id: session,
    object: 'checkout.session',
    payment_status: 'paid',
    amount_total: program.setupFeeMinor,
    currency: 'usd',
    customer: known,
    payment_intent: payer.intent,
  });
  return payer;
}

/** A weekly payment, as its invoice tells it. `enrollmentId` stands on the subscription that it is of. */
export const tellWeek = (
  ctx: Ctx,
  type: 'paid' | 'payment_failed',
  amountMinor: number,
  enrollmentId: string,
) =>
  tell(ctx, `invoice.${type}`, {
    id: nameless('in'),
    object: 'invoice',
    currency: 'usd',
    ...(type === 'paid' ? { amount_paid: amountMinor } : { amount_due: amountMinor }),
    parent: { subscription_details: { metadata: { enrollment_id: enrollmentId } } },
  });
