import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterEach, describe, expect, it } from 'vitest';
import { sandboxWithClient } from './testing/client.ts';

const SECRET = 'whsec_of_these_tests';
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A receiver that answers with the given statuses, then 200. */
function receiver(...statuses: number[]) {
  const received: { body: string; signature: string }[] = [];
  const fetch = async (request: Request) => {
    received.push({ body: await request.text(), signature: request.headers.get('stripe-signature') ?? '' });
    return new Response(null, { status: statuses.shift() ?? 200 });
  };
  return { received, webhook: { url: 'http://app.test/hook', secret: SECRET, fetch } };
}
async function sandboxSending(options: Parameters<typeof sandboxWithClient>[0]) {
  const made = await sandboxWithClient(options);
  stops.push(() => made.sandbox.stop());
  return made;
}
const idsOf = (received: { body: string }[]) =>
  received.map(({ body }) => (JSON.parse(body) as Stripe.Event).id);

describe('webhooks', () => {
  it('are signed so that the SDK accepts them, and nothing else', async () => {
    const { received, webhook } = receiver();
    const { sandbox, stripe } = await sandboxSending({ webhooks: [webhook] });
    const customer = await stripe.customers.create({ name: 'Zoë' });
    await sandbox.settled();
    const [{ body, signature } = { body: '', signature: '' }] = received;
    const event = stripe.webhooks.constructEvent(body, signature, SECRET);
    expect(event).toMatchObject({ type: 'customer.created', data: { object: { id: customer.id } } });
    expect(event.api_version).toBe(Stripe.API_VERSION);
    const other = () => stripe.webhooks.constructEvent(body, signature, 'whsec_of_somebody_else');
    expect(other).toThrow(Stripe.errors.StripeSignatureVerificationError);
    expect(() => stripe.webhooks.constructEvent(`${body} `, signature, SECRET)).toThrow();
  });

  it('come again until they are taken, and on request', async () => {
    const { received, webhook } = receiver(500, 503);
    const { sandbox, stripe } = await sandboxSending({ webhooks: [webhook], retryPauses: [5, 5] });
    await stripe.customers.create({});
    await expect.poll(() => received.length).toBe(3);
    await sandbox.settled();
    const [first = ''] = idsOf(received);
    expect(new Set(idsOf(received)).size).toBe(1);
    expect(await stripe.events.retrieve(first)).toMatchObject({ pending_webhooks: 0 });
    await stripe.rawRequest('POST', `/v1/events/${first}/retry`, {});
    await sandbox.settled();
    expect(idsOf(received)).toEqual([first, first, first, first]);
  });

  it('outlive a restart with everything else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stripe-sandbox-'));
    stops.push(() => rm(folder, { recursive: true }));
    const options = { snapshotFile: join(folder, 'state.json') };
    const failing = receiver(500);
    const before = await sandboxWithClient({ ...options, webhooks: [failing.webhook] });
    const customer = await before.stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'once' });
    await before.sandbox.settled();
    await before.sandbox.stop();

    const working = receiver();
    const after = await sandboxSending({ ...options, webhooks: [working.webhook] });
    expect((await after.stripe.customers.retrieve(customer.id)) as Stripe.Customer).toMatchObject({
      name: 'Ada',
    });
    const replayed = await after.stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'once' });
    expect(replayed.id).toBe(customer.id);
    await after.sandbox.settled();
    expect(idsOf(working.received)).toEqual(idsOf(failing.received));
  });
});

describe('events', () => {
  it('name the request that caused them', async () => {
    const { stripe } = await sandboxSending({});
    await stripe.customers.create({}, { idempotencyKey: 'mine' });
    const { data } = await stripe.events.list({ types: ['customer.created'] });
    expect(data[0]?.request).toMatchObject({ idempotency_key: 'mine' });
    expect(data[0]?.id).toMatch(/^evt_/);
  });
});
