import { paymentCustomers, subscriptions } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { isUuid, newId } from '../../kernel/ids.ts';
import { inTenantOf } from '../../kernel/in-tenant.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { type Meaning, onStripeEvent } from './stripe-effects.ts';
import { idIn, isJson, type StripeEvent, textOf } from './stripe-event.ts';

type SubscriptionRow = typeof subscriptions.$inferSelect;

const momentIn = (object: unknown, key: string): Date | null => {
  const seconds = isJson(object) ? object[key] : null;
  return typeof seconds === 'number' && seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000) : null;
};

/** The period, which newer versions of the provider tell of the item and older ones of the subscription. */
function periodIn({ object }: StripeEvent) {
  const [item] = isJson(object.items) && Array.isArray(object.items.data) ? object.items.data : [];
  const at = (key: string) => momentIn(item, key) ?? momentIn(object, key);
  return { periodStart: at('current_period_start'), periodEnd: at('current_period_end') };
}

/** Our row of the subscription, locked; one that a known customer has begun elsewhere gets its row now. */
async function rowOf(ctx: WriteCtx, event: StripeEvent, id: string): Promise<SubscriptionRow | null> {
  const tx = await ctx.tx();
  const find = async () => {
    const [row] = await tx
      .select()
      .from(subscriptions)
      .where(
        and(
          crossTenant('an event names a subscription, not a tenant'),
          eq(subscriptions.stripeSubscriptionId, id),
        ),
      )
      .for('update');
    return row ?? null;
  };
  const known = await find();
  const customer = idIn(event.object, 'customer');
  if (known || !customer) return known;
  // One of ours is about to get its id.
  if (isUuid(textOf(event.object.metadata, 'subscriptionRow') ?? '')) return null;
  const [owner] = await tx
    .select({ tenantId: paymentCustomers.tenantId, userId: paymentCustomers.userId })
    .from(paymentCustomers)
    .where(
      and(
        crossTenant('an event names a customer, not a tenant'),
        eq(paymentCustomers.stripeCustomerId, customer),
      ),
    );
  if (!owner) return null;
  await tx
    .insert(subscriptions)
    .values({
      ...owner,
      id: newId(),
      stripeSubscriptionId: id,
      stripeCustomerId: customer,
      status: 'incomplete',
      createdAt: event.created,
    })
    .onConflictDoNothing();
  return find();
}

const VERBS = {
  created: 'subscription.created',
  ended: 'subscription.canceled',
  other: 'subscription.updated',
};

async function followSubscription(ctx: WriteCtx, event: StripeEvent): Promise<Meaning> {
  const id = textOf(event.object, 'id');
  const row = id ? await rowOf(ctx, event, id) : null;
  if (!row) return isUuid(textOf(event.object.metadata, 'subscriptionRow') ?? '') ? 'unmatched' : null;
  const inside = await inTenantOf(ctx, row.tenantId);
  if (!inside) return null;
  const done = { tenantId: inside.tenant.id };
  const ended = event.type === 'customer.subscription.deleted';
  if (row.status === 'canceled' || (row.eventAt && event.created < row.eventAt)) return done;
  // Of one second: what has begun is older than what has changed since.
  const begun = event.type === 'customer.subscription.created';
  if (begun && row.eventAt && event.created <= row.eventAt) return done;
  const { object } = event;
  const after = {
    status: ended ? 'canceled' : (textOf(object, 'status') ?? row.status),
    ...periodIn(event),
    cancelAtPeriodEnd: object.cancel_at_period_end === true,
    canceledAt: momentIn(object, 'canceled_at') ?? (ended ? event.created : null),
    eventAt: event.created,
  };
  const tx = await inside.tx();
  await tx
    .update(subscriptions)
    .set(after)
    .where(and(eq(subscriptions.tenantId, row.tenantId), eq(subscriptions.id, row.id)));
  inside.record({
    verb: after.status === 'canceled' ? VERBS.ended : row.eventAt ? VERBS.other : VERBS.created,
    subject: { type: 'subscription', id: row.id },
    before: { status: row.status, cancelAtPeriodEnd: row.cancelAtPeriodEnd },
    after: { status: after.status, cancelAtPeriodEnd: after.cancelAtPeriodEnd },
  });
  return done;
}

onStripeEvent(
  ['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.deleted'],
  followSubscription,
);
