import { beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/harness.ts';
import { deliver, stripeEvent } from '../../testing/stripe.ts';
import { findVisibleEvent, listStripeEvents } from './list-stripe-events.ts';
import { retryStripeEvent } from './retry-stripe-event.ts';
import { onStripeEvent } from './stripe-effects.ts';

let broken = true;
onStripeEvent(['test.logged'], async (_, { object }) => {
  if (broken) throw new Error('no luck');
  return { tenantId: (object.metadata as { tenantId: never }).tenantId };
});

let world: World;
let other: World;
beforeAll(async () => {
  [world, other] = [await createWorld('admin'), await createWorld('owner')];
});

it('shows an admin the events of the tenant, and acts on a failed one again', async () => {
  const event = stripeEvent(world, 'test.logged', { metadata: { tenantId: world.tenant.id } });
  await deliver(world, event);
  const seen = async (input: object = {}) => (await listStripeEvents(world.ctx, input)).items;
  expect(await seen()).toEqual([
    {
      id: event.id,
      type: 'test.logged',
      status: 'failed',
      acted: false,
      attempts: 1,
      error: 'no luck',
      createdAt: '2026-01-15T10:00:00.000Z',
      receivedAt: '2026-01-15T10:00:00.000Z',
      processedAt: null,
      abilities: { retry: true },
    },
  ]);
  expect(await seen({ status: 'processed' })).toEqual([]);
  expect((await listStripeEvents(other.ctx, {})).items).toEqual([]);

  const { id } = event;
  await expect(retryStripeEvent(other.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await retryStripeEvent(world.ctx, { id })).toMatchObject({ status: 'failed', attempts: 2 });
  broken = false;
  const done = { status: 'processed', acted: true, attempts: 3, error: null, abilities: { retry: false } };
  expect(await retryStripeEvent(world.ctx, { id })).toMatchObject(done);
  expect(await seen()).toMatchObject([done]);
  await expect(retryStripeEvent(world.ctx, { id })).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(retryStripeEvent(world.ctx, { id: 'evt_none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('can leave out what nobody follows, and does not say that anything was done on it', async () => {
  // Later than whatever other files have told this installation.
  world.server.clock.set('2090-01-01T10:00:00Z');
  const event = stripeEvent(world, 'test.followed_by_nobody', {});
  await deliver(world, event);
  const installation = { ...world.tenant, subdomain: world.server.services.config.defaultTenant };
  const kept = await findVisibleEvent({ ...world.ctx, tenant: installation }, event.id);
  expect(kept?.view).toMatchObject({ status: 'processed', acted: false });
  await world.server.services.client
    .sql`update stripe_events set concerns = ${world.tenant.id} where id = ${event.id}`;
  const types = async (input: object) =>
    (await listStripeEvents(world.ctx, input)).items.map(({ type }) => type);
  expect(await types({})).toEqual(['test.followed_by_nobody', 'test.logged']);
  expect(await types({ followed: true })).toEqual(['test.logged']);
});

it('is no affair of operators and clients', async () => {
  for (const role of ['manager', 'member', 'client', 'accountant'] as const) {
    const ctx = await world.as(role);
    await expect(listStripeEvents(ctx, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(retryStripeEvent(ctx, { id: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
