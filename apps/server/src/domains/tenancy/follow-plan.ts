import type { Plan } from '@officina/contracts/plans';
import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { isUuid, type TenantId } from '../../kernel/ids.ts';
import { onStripeEvent } from '../payments/stripe-effects.ts';
import { idIn, isJson, type StripeEvent, textOf } from '../payments/stripe-event.ts';
import { wasFollowedBy } from '../payments/stripe-history.ts';
import { tellOwners } from './tell-owners.ts';

const columns = {
  id: tenants.id,
  plan: tenants.plan,
  customer: tenants.stripeCustomerId,
  subscription: tenants.stripeSubscriptionId,
  eventAt: tenants.stripeEventAt,
};
interface Billed {
  id: string;
  plan: Plan;
  customer: string | null;
  subscription: string | null;
  eventAt: Date | null;
}

const ENDED = ['canceled', 'unpaid', 'incomplete_expired'];
const RUNNING = ['active', 'trialing'];

const subscriptionIn = ({ object }: StripeEvent): string | null => {
  if (object.object === 'subscription') return textOf(object, 'id');
  const details = isJson(object.parent) ? object.parent.subscription_details : null;
  return idIn(object, 'subscription') ?? idIn(details, 'subscription');
};

/**
 * The tenant whose own plan an event is about, locked: whom it names, else whose customer or subscription it is. An
 * event that names one tenant while its customer is another's is nobody's.
 */
async function lockBilled(ctx: WriteCtx, event: StripeEvent): Promise<Billed | null> {
  const { object } = event;
  const named = [textOf(object.metadata, 'tenant_id'), textOf(object, 'client_reference_id')].find(
    (text) => text !== null && isUuid(text),
  );
  const customer = idIn(object, 'customer');
  const subscription = subscriptionIn(event);
  const tx = await ctx.tx();
  const lock = async (condition: ReturnType<typeof eq>): Promise<Billed | null> => {
    const [row] = await tx.select(columns).from(tenants).where(condition).for('update');
    return row ?? null;
  };
  const found =
    (named && (await lock(eq(tenants.id, named)))) ||
    (customer && (await lock(eq(tenants.stripeCustomerId, customer)))) ||
    (subscription && (await lock(eq(tenants.stripeSubscriptionId, subscription)))) ||
    null;
  if (!found || !customer || found.customer === customer) return found;
  if (found.customer !== null) return null;
  const [owner] = await tx
    .select({ id: tenants.id })
    .from(tenants)
    .where(eq(tenants.stripeCustomerId, customer));
  return owner ? null : found;
}

type Change = Partial<Pick<Billed, 'plan' | 'customer' | 'subscription' | 'eventAt'>>;

async function apply(ctx: WriteCtx, before: Billed, change: Change): Promise<{ tenantId: TenantId }> {
  const tenantId = before.id as TenantId;
  const after = { ...before, ...change };
  const tx = await ctx.tx();
  await tx
    .update(tenants)
    .set({
      plan: after.plan,
      stripeCustomerId: after.customer,
      stripeSubscriptionId: after.subscription,
      stripeEventAt: after.eventAt,
    })
    .where(eq(tenants.id, before.id));
  const told = ({ plan, subscription }: Billed) => ({ plan, subscription });
  if (
    after.plan !== before.plan ||
    after.subscription !== before.subscription ||
    after.customer !== before.customer
  )
    ctx.record({
      verb: 'plan.changed',
      subject: { type: 'tenant', id: before.id },
      before: told(before),
      after: told(after),
      as: { tenantId },
    });
  if (after.plan !== before.plan) ctx.announce(`tenant:${tenantId}`);
  return { tenantId };
}

/** A checkout of a plan is complete: whose customer and subscription these are. The plan follows the subscription. */
onStripeEvent(['checkout.session.completed'], async (ctx, event) => {
  const subscription = subscriptionIn(event);
  const customer = idIn(event.object, 'customer');
  if (!subscription || !customer) return null;
  const billed = await lockBilled(ctx, event);
  if (!billed) return null;
  // What the subscription told of itself is as new or newer.
  const known =
    billed.subscription !== null || (await wasFollowedBy(ctx, event, subscription, { anyTime: true }));
  return apply(ctx, billed, { customer, ...(!known && { subscription }) });
});

function planOf(ctx: WriteCtx, event: StripeEvent): Plan | null {
  const { items } = event.object;
  const [item] = isJson(items) && Array.isArray(items.data) ? items.data : [];
  const price = isJson(item) ? idIn(item, 'price') : null;
  const { planPrices } = ctx.services.config;
  const plans = Object.keys(planPrices) as (keyof typeof planPrices)[];
  return plans.find((plan) => planPrices[plan] === price) ?? null;
}

onStripeEvent(
  ['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.deleted'],
  async (ctx, event) => {
    const id = textOf(event.object, 'id');
    const billed = id ? await lockBilled(ctx, event) : null;
    if (!id || !billed) return null;
    const tenantId = billed.id as TenantId;
    if (await wasFollowedBy(ctx, event, id, { anyTime: false })) return { tenantId };
    const customer = billed.customer ?? idIn(event.object, 'customer');
    const status = textOf(event.object, 'status') ?? '';
    if (event.type === 'customer.subscription.deleted' || ENDED.includes(status)) {
      if (billed.subscription !== id) return { tenantId };
      return apply(ctx, billed, { plan: 'free', subscription: null, eventAt: event.created });
    }
    if (!RUNNING.includes(status)) return { tenantId };
    const overtaken = billed.subscription !== null && billed.subscription !== id && billed.eventAt !== null;
    if (overtaken && billed.eventAt !== null && billed.eventAt > event.created) return { tenantId };
    const plan = planOf(ctx, event) ?? billed.plan;
    return apply(ctx, billed, { plan, customer, subscription: id, eventAt: event.created });
  },
);

onStripeEvent(['invoice.payment_failed'], async (ctx, event) => {
  const billed = subscriptionIn(event) ? await lockBilled(ctx, event) : null;
  if (!billed) return null;
  const tenantId = billed.id as TenantId;
  await tellOwners(ctx, tenantId, {
    kind: 'subscription.payment_failed',
    params: { plan: billed.plan },
    link: '/settings/plan',
  });
  return { tenantId };
});
