import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/harness.ts';
import { CARD, sendForm, webhooksArrived, withoutWebhooks } from '../../testing/hosted-pages.ts';
import { reconcileStripe } from '../payments/reconcile-stripe.ts';
import { openBillingPortal } from './open-billing-portal.ts';
import { startPlanCheckout } from './start-plan-checkout.ts';

const stateOf = async ({ server, tenant }: World) => {
  const { db } = server.services.client;
  const [row] = await db.select().from(tenants).where(eq(tenants.id, tenant.id));
  return { plan: row?.plan, subscribed: row?.stripeSubscriptionId !== null };
};
async function subscribe(world: World, plan: 'starter' | 'pro') {
  const { url } = await startPlanCheckout(world.ctx, { plan });
  const paid = await sendForm(world, url, { ...CARD, email: world.user.email });
  expect(paid.status).toBe(303);
}
describe('subscribing to a plan', () => {
  afterEach(async () => {
    await webhooksArrived(await createWorld());
  });

  it('is paid on the hosted page, changed and ended in the portal', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    const [one, two] = [
      await startPlanCheckout(world.ctx, { plan: 'starter' }),
      await startPlanCheckout(world.ctx, { plan: 'starter' }),
    ];
    expect(two.url).toBe(one.url);
    expect(one.url).toMatch(/^http:\/\/localhost:3000\/stripe-sandbox\/checkout\/cs_test_/);
    await subscribe(world, 'starter');
    await webhooksArrived(world);
    expect(await stateOf(world)).toEqual({ plan: 'starter', subscribed: true });
    await expect(startPlanCheckout(world.ctx, { plan: 'pro' })).rejects.toMatchObject({ code: 'CONFLICT' });

    const { url } = await openBillingPortal(world.ctx, {});
    expect((await sendForm(world, url, { do: 'switch', price: 'price_garage_pro' })).status).toBe(303);
    await webhooksArrived(world);
    expect(await stateOf(world)).toEqual({ plan: 'pro', subscribed: true });
    await sendForm(world, url, { do: 'cancel' });
    world.server.clock.advance({ hours: 24 * 32 });
    (await world.server.sandbox?.())?.tick();
    await webhooksArrived(world);
    expect(await stateOf(world)).toEqual({ plan: 'free', subscribed: false });
  });

  it('reaches the same state from the provider when its webhooks were lost', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    await withoutWebhooks(world, () => subscribe(world, 'pro'));
    expect(await stateOf(world)).toEqual({ plan: 'free', subscribed: false });
    const { sql } = world.server.services.client;
    // What came last seems to be of tomorrow.
    await sql`insert into stripe_events (id, type, created, payload, objects, status, received_at)
      values (${`evt_${world.tenant.id}`}, 'product.created', ${'2026-01-20T10:00:00Z'}, '{}', '{}', 'processed', now())`;
    const system = world.server.systemContext('reconcile-stripe', world.tenant);
    await reconcileStripe(system);
    expect(await stateOf(world)).toEqual({ plan: 'pro', subscribed: true });
    await reconcileStripe(system);
    const changes = await world.server.services.client.sql`
      select 1 from journal_entries where tenant_id = ${world.tenant.id} and verb = 'plan.changed'
        and before->>'plan' is distinct from after->>'plan'`;
    expect(changes).toHaveLength(1);
  });

  it('is for owners, and has no portal before it was paid once', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    await expect(openBillingPortal(world.ctx, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(startPlanCheckout(world.ctx, { plan: 'free' as 'pro' })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
    for (const role of ['manager', 'member', 'accountant'] as const) {
      const ctx = await world.as(role);
      await expect(startPlanCheckout(ctx, { plan: 'pro' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(openBillingPortal(ctx, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
