import { subscriptions } from '@officina/db/schema/shop';
import { and, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireTenant } from '../../../kernel/in-tenant.ts';
import { stage } from '../../../kernel/operation.ts';
import type { Subscription } from '../../../providers/payments/port.ts';
import { reviveStripeEvents } from '../process-stripe-event.ts';
import { askForPayment } from './ask-for-payment.ts';

export interface NewSubscription {
  /** Ours, under which the provider is asked: asked again it gives what it made. */
  id: string;
  /** The caller's own customer, where they are signed in. */
  customerId: string | null;
  payer: { email?: string; name?: string };
  priceId: string;
}

const rowOf = (ctx: Ctx, id: string) =>
  and(eq(subscriptions.tenantId, ctx.tenant.id), eq(subscriptions.id, id));

/** Our row comes before the provider's. */
async function begin(
  ctx: WriteCtx,
  { id, priceId }: NewSubscription,
  stripeCustomerId: string,
): Promise<void> {
  const tx = await ctx.tx();
  const [made] = await tx
    .insert(subscriptions)
    .values({
      tenantId: ctx.tenant.id,
      id,
      userId: ctx.actor.kind === 'user' ? ctx.actor.id : null,
      stripeCustomerId,
      status: 'incomplete',
      createdAt: toDate(ctx.now),
    })
    .onConflictDoNothing()
    .returning({ id: subscriptions.id });
  if (made)
    ctx.record({ verb: 'subscription.created', subject: { type: 'subscription', id }, after: { priceId } });
}

/** What the provider made gets its name on our row, once: from then on its events tell. */
async function link(ctx: WriteCtx, id: string, made: Subscription): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(subscriptions)
    .set({
      stripeSubscriptionId: made.id,
      status: made.status,
      periodStart: made.periodStart,
      periodEnd: made.periodEnd,
    })
    .where(and(rowOf(ctx, id), isNull(subscriptions.stripeSubscriptionId)));
  await reviveStripeEvents(ctx, [made.id]);
}

/** The provider refuses: nothing has begun. */
async function forget(ctx: WriteCtx, id: string, reason: string): Promise<void> {
  const tx = await ctx.tx();
  const [ended] = await tx
    .update(subscriptions)
    .set({ status: 'incomplete_expired', canceledAt: toDate(ctx.now) })
    .where(and(rowOf(ctx, id), eq(subscriptions.status, 'incomplete')))
    .returning({ id: subscriptions.id });
  if (ended)
    ctx.record({
      verb: 'subscription.canceled',
      subject: { type: 'subscription', id },
      after: { status: 'incomplete_expired' },
      reason,
    });
}

/** A subscription that begins with its first payment. Throws PAYMENT_FAILED where the provider refuses. */
export async function subscribe(ctx: Ctx, asked: NewSubscription): Promise<Subscription> {
  requireTenant(ctx);
  const { id, customerId: own, payer, priceId } = asked;
  const { payments: provider } = ctx.services;
  const metadata = { subscriptionRow: id, tenantId: ctx.tenant.id, source: 'officina' };
  const customerId =
    own ??
    (
      await askForPayment(() =>
        provider.createCustomer({ ...payer, metadata }, `customer:subscription:${id}`),
      )
    ).id;
  await stage(ctx, (unit) => begin(unit, asked, customerId));
  try {
    const made = await askForPayment(() =>
      provider.createSubscription({ customerId, priceId, metadata }, `subscription:${id}`),
    );
    await stage(ctx, (unit) => link(unit, id, made));
    return made;
  } catch (error) {
    if (error instanceof AppError && error.code === 'PAYMENT_FAILED')
      await stage(ctx, (unit) => forget(unit, id, error.message));
    throw error;
  }
}
