import { stripeEvents } from '@officina/db/schema/stripe-events';
import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TenantId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { createWorld, httpClient, type World } from '../../testing/harness.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { deliver, stripeEvent, stripeId, stripeSignature } from '../../testing/stripe.ts';
import { reviveStripeEvents } from './process-stripe-event.ts';
import { onStripeEvent } from './stripe-effects.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const INVALID = { ok: false, success: false, error: 'Invalid signature', code: 'INVALID_SIGNATURE' };
const RECEIVED = { ok: true, received: true };
const rowOf = async (id: string) => {
  const { db } = world.server.services.client;
  return (await db.select().from(stripeEvents).where(eq(stripeEvents.id, id)))[0];
};
async function post(body: string, headers: Record<string, string>) {
  const client = await httpClient(world, 'visitor');
  return client.call('POST', '/api/webhooks/stripe', body, headers);
}

/** An effect of these tests: renames the tenant that the event names, as often as it is carried out. */
const behaviour = new Map<string, 'works' | 'fails' | 'not yet'>();
onStripeEvent(['test.named'], async (ctx, { object }) => {
  const tenantId = String(object.tenant) as TenantId;
  const tx = await ctx.tx();
  const [row] = await tx.select().from(tenants).where(eq(tenants.id, tenantId)).for('update');
  if (behaviour.get(tenantId) === 'not yet') return 'unmatched';
  await tx
    .update(tenants)
    .set({ name: `${row?.name}+` })
    .where(eq(tenants.id, tenantId));
  ctx.record({ verb: 'test.named', subject: { type: 'tenant', id: tenantId }, as: { tenantId } });
  if (behaviour.get(tenantId) === 'fails') throw new Error('the effect broke');
  return { tenantId };
});
const named = () => stripeEvent(world, 'test.named', { id: stripeId('cs'), tenant: world.tenant.id });
const nameNow = async () => {
  const { db } = world.server.services.client;
  return (await db.select().from(tenants).where(eq(tenants.id, world.tenant.id)))[0]?.name;
};
const reviving = write({
  name: 'test.reviveStripeEvents',
  permission: 'member',
  input: z.object({ object: z.string() }),
  run: (ctx, { object }) => reviveStripeEvents(ctx, [object]),
});

describe('the signature', () => {
  it('lets in what Stripe has signed, over the bytes as they came', async () => {
    const event = { ...named(), note: 'Zoë ☕' };
    const body = `  ${JSON.stringify(event, null, 3)}\n`;
    const answer = await post(body, { 'stripe-signature': stripeSignature(world, body) });
    expect([answer.status, answer.body]).toEqual([200, RECEIVED]);
    expect(await nameNow()).toBe(`${world.tenant.name}+`);
  });

  it.each([
    ['missing', () => ({})],
    ['empty', () => ({ 'stripe-signature': '' })],
    ['no signature at all', () => ({ 'stripe-signature': 'v1=,t=abc,,=' })],
    [
      'of another secret',
      (body: string) => ({ 'stripe-signature': stripeSignature(world, body, { secret: 'whsec_other' }) }),
    ],
    ['of other bytes', (body: string) => ({ 'stripe-signature': stripeSignature(world, `${body} `) })],
    [
      'older than 300 s',
      (body: string) => ({ 'stripe-signature': stripeSignature(world, body, { age: 301 }) }),
    ],
    [
      'from the future',
      (body: string) => ({ 'stripe-signature': stripeSignature(world, body, { age: -301 }) }),
    ],
    [
      'of an older scheme only',
      (body: string) => ({ 'stripe-signature': stripeSignature(world, body).replace('v1=', 'v0=') }),
    ],
  ])('is refused when %s, and nothing is kept', async (_, headers) => {
    const event = named();
    const body = JSON.stringify(event);
    const answer = await post(body, headers(body) as Record<string, string>);
    expect([answer.status, answer.body]).toEqual([400, INVALID]);
    expect(await rowOf(event.id)).toBeUndefined();
  });

  it('may be one of several, and 300 s old', async () => {
    const body = JSON.stringify(named());
    const header = stripeSignature(world, body, { age: 300 }).replace(',', `,v1=${'0'.repeat(64)},`);
    expect((await post(body, { 'stripe-signature': header })).status).toBe(200);
  });
});

describe('the inbox', () => {
  it('acts once on an event that comes ten times at once', async () => {
    const event = named();
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(world, event)));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(10).fill([200, RECEIVED]));
    expect(await nameNow()).toBe(`${world.tenant.name}+`);
    expect(await rowOf(event.id)).toMatchObject({
      status: 'processed',
      attempts: 1,
      concerns: world.tenant.id,
    });
    const journal = await world.server.services.client.sql`
      select actor_kind from journal_entries where tenant_id = ${world.tenant.id} and verb = 'test.named'`;
    expect(journal).toEqual([{ actor_kind: 'webhook' }]);
  });

  it('has further addresses with the same memory, and their own words', async () => {
    const event = named();
    const first = await deliver(world, event, '/api/payments/webhooks');
    expect([first.status, first.body]).toEqual([200, { received: true, eventType: 'test.named' }]);
    const again = await deliver(world, event, '/api/payments/webhooks');
    expect(again.body).toEqual({ received: true, eventType: 'test.named', duplicate: true });
    expect((await deliver(world, event, '/api/webhooks/stripe-identity')).body).toEqual(RECEIVED);
    expect(await nameNow()).toBe(`${world.tenant.name}+`);
    const client = await httpClient(world, 'visitor');
    const forged = await client.call('POST', '/api/payments/webhooks', '{}', {
      'stripe-signature': 't=1,v1=0',
    });
    expect([forged.status, forged.body]).toEqual([
      400,
      { error: 'Invalid signature', code: 'INVALID_SIGNATURE' },
    ]);
    expect((await client.call('GET', '/api/webhooks/stripe')).status).toBe(405);
  });

  it('keeps an event whose effect fails, takes the effect back, and tries again', async () => {
    behaviour.set(world.tenant.id, 'fails');
    const event = named();
    const answers = await Promise.all([deliver(world, event), deliver(world, event)]);
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([200, RECEIVED]);
    expect(await nameNow()).toBe(world.tenant.name);
    expect(await rowOf(event.id)).toMatchObject({ status: 'failed', error: 'the effect broke' });
    await expect(runJobs(world)).rejects.toThrow('the effect broke');
    expect(await rowOf(event.id)).toMatchObject({ status: 'failed', attempts: 3 });
    behaviour.set(world.tenant.id, 'works');
    expect((await deliver(world, event)).status).toBe(200);
    expect(await rowOf(event.id)).toMatchObject({ status: 'processed', error: null });
    expect(await nameNow()).toBe(`${world.tenant.name}+`);
  });

  it('does by a job what failed before', async () => {
    behaviour.set(world.tenant.id, 'fails');
    const event = named();
    await deliver(world, event);
    behaviour.set(world.tenant.id, 'works');
    await runJobs(world);
    expect(await rowOf(event.id)).toMatchObject({ status: 'processed', attempts: 2 });
    expect(await nameNow()).toBe(`${world.tenant.name}+`);
  });

  it('tries again what led nowhere as soon as there is something', async () => {
    behaviour.set(world.tenant.id, 'not yet');
    const event = named();
    await deliver(world, event);
    expect(await rowOf(event.id)).toMatchObject({ status: 'unmatched', processedAt: null });
    behaviour.set(world.tenant.id, 'works');
    await reviving(world.ctx, { object: String(event.data.object.id) });
    await runJobs(world);
    expect(await rowOf(event.id)).toMatchObject({ status: 'processed' });
    expect(await nameNow()).toBe(`${world.tenant.name}+`);
  });

  it('keeps what it does not know, also without an id or with what no database takes', async () => {
    const unknown = stripeEvent(world, 'nobody.knows', { note: 'a\u0000b \\u0000', id: 7 });
    expect((await deliver(world, unknown)).body).toEqual(RECEIVED);
    expect(await rowOf(unknown.id)).toMatchObject({ status: 'processed', concerns: null });
    const { id: _, ...nameless } = named();
    await deliver(world, nameless);
    await deliver(world, nameless);
    expect(await nameNow()).toBe(`${world.tenant.name}+`);
    for (const odd of [
      {},
      { id: 'evt_odd', created: 'soon', data: [] },
      { type: 7, created: 1e30, data: { object: 1 } },
    ])
      expect((await deliver(world, odd)).body).toEqual(RECEIVED);
  });

  it('says 400 for what is signed and no event', async () => {
    for (const body of ['[]', 'null', '{', '']) {
      const answer = await post(body, { 'stripe-signature': stripeSignature(world, body) });
      expect(answer.status, body).toBe(400);
    }
  });
});
