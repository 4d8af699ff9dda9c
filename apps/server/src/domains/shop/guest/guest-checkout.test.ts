import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { createWorld, type World } from '../../../testing/harness.ts';
import { CARD, DECLINED, sendForm, webhooksArrived } from '../../../testing/hosted-pages.ts';
import { checkoutGuestAccess } from './checkout-guest-access.ts';
import { getGuestSession } from './get-guest-session.ts';
import { setGuestPrice } from './set-guest-price.ts';

describe('access that a guest buys on the provider’s page', () => {
  let world: World;
  let visitor: Ctx;
  beforeAll(async () => {
    world = await createWorld();
    visitor = { ...world.ctx, actor: { kind: 'visitor' } };
    await setGuestPrice(world.ctx, { feature: 'collaboration', duration: '1 hour', amountCents: 450 });
  });
  const order = { feature: 'collaboration', duration: '1 hour', email: 'ada@x.test', name: 'Ada' } as const;

  it('opens when it is paid, at the firm’s own price', async () => {
    const { sessionId, url } = await checkoutGuestAccess(visitor, order);
    expect(await getGuestSession(visitor, { sessionId })).toMatchObject({
      status: 'pending',
      expiresAt: null,
    });
    expect((await sendForm(world, url, { ...DECLINED, email: order.email })).status).toBe(402);
    expect((await sendForm(world, url, { ...CARD, email: order.email })).status).toBe(303);
    await webhooksArrived(world);
    expect(await getGuestSession(visitor, { sessionId })).toMatchObject({
      feature: 'collaboration',
      status: 'active',
      expiresAt: '2026-01-15T11:00:00.000Z',
    });
    const [payment] = await world.server.services.client.sql`
      select p.amount_minor, p.status from payments p join guest_sessions g
        on g.tenant_id = p.tenant_id and g.payment_id = p.id
      where p.tenant_id = ${world.tenant.id} and g.id = ${sessionId}`;
    expect(payment).toMatchObject({ amount_minor: '450', status: 'succeeded' });
  });

  it('is asked for with a name, an address, and what there is to buy', async () => {
    const faulty = { ...order, feature: 'flying' as 'collaboration', email: 'x', name: ' ' };
    await expect(checkoutGuestAccess(visitor, faulty)).rejects.toMatchObject({
      details: [{ field: 'feature' }, { field: 'email' }, { field: 'name' }],
    });
  });
});
