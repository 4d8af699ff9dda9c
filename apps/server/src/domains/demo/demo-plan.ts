import type { Plan } from '@officina/contracts/plans';
import type { Ctx } from '../../kernel/context.ts';
import { demoCustomer, tell } from './academy-money.ts';

/**
 * The firm of the context subscribes to the plan that it has, as an owner does on the provider's page. Where the provider
 * is not our sandbox there is no subscription: nobody real pays for an invented firm.
 */
export async function subscribeToPlan(ctx: Ctx, plan: Exclude<Plan, 'free'>): Promise<void> {
  const { payments, config } = ctx.services;
  const { actor, tenant } = ctx;
  const customer = actor.kind === 'user' ? await demoCustomer(ctx, actor) : null;
  if (!customer) return;
  const metadata = { tenant_id: tenant.id };
  const price = config.planPrices[plan];
  const { id, status } = await payments.createSubscription(
    { customerId: customer, priceId: price, metadata, paymentMethodId: 'pm_card_visa' },
    `demo:${tenant.id}:plan`,
  );
  const items = { data: [{ price: { id: price } }] };
  await tell(ctx, 'customer.subscription.created', {
    id,
    object: 'subscription',
    status,
    customer,
    items,
    metadata,
  });
}
