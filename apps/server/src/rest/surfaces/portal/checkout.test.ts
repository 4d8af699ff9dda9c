import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { retireService } from '../../../domains/catalogue/retire-service.ts';
import { listOrders } from '../../../domains/payments/orders/list-orders.ts';
import { shopWorld } from '../../../domains/payments/testing/deposits.ts';
import { noPayments } from '../../../providers/payments/off.ts';
import type { NewCheckout } from '../../../providers/payments/port.ts';
import { type HttpClient, httpClient, type World } from '../../../testing/harness.ts';

let world: World;
let http: HttpClient;
beforeAll(async () => {
  world = await shopWorld();
  http = await httpClient(world);
});

const post = (body: unknown, headers?: Record<string, string>) =>
  http.call('POST', '/api/checkout', body, headers);
const newest = async () => (await listOrders(world.ctx, { limit: 1 })).items[0];

/** With another provider, or with this one listened to. */
async function withPayments<T>(payments: typeof noPayments, during: () => Promise<T>): Promise<T> {
  const { services } = world.server;
  const usual = services.payments;
  services.payments = payments;
  return during().finally(() => {
    services.payments = usual;
  });
}

describe('POST /api/checkout', () => {
  it('leads to the request form of a service that is scoped first', async () => {
    const { status, body } = await post({ serviceSlug: ' security-posture-review ', unknown: 1 });
    expect([status, body]).toEqual([
      200,
      { ok: true, redirectUrl: '/request-scope?service=security-posture-review&mode=remote' },
    ]);
    expect(await newest()).toBeUndefined();
  });

  it('leads to the hosted page of a deposit, with an order that waits', async () => {
    let asked: [NewCheckout, string] | undefined;
    const usual = world.server.services.payments;
    const listening = {
      ...usual,
      openCheckout: (...call: [NewCheckout, string]) => {
        asked = call;
        return usual.openCheckout(...call);
      },
    };
    const { status, body } = await withPayments(listening, () =>
      post({ serviceSlug: 'delivery-rescue' }, { origin: 'https://evil.example', host: 'evil.example' }),
    );
    expect([status, Object.keys(body)]).toEqual([200, ['ok', 'redirectUrl']]);
    const order = await newest();
    const id = order?.id ?? '';
    const token = createHmac('sha256', world.server.services.receiptSecret).update(id).digest('hex');
    expect(order).toEqual({
      id,
      status: 'pending',
      serviceSlug: 'delivery-rescue',
      amountCents: 250_000,
      currency: 'EUR',
      stripeSessionId: expect.stringMatching(/^cs_test_/),
      stripePaymentIntentId: null,
      customer: null,
      payments: [],
      refundedCents: 0,
      receiptPath: `/receipt/${id}?token=${token}`,
      createdAt: '2026-01-15T10:00:00.000Z',
    });
    expect(body.redirectUrl).toContain(order?.stripeSessionId);
    expect(asked).toEqual([
      {
        mode: 'payment',
        lines: [{ name: 'Delivery rescue', amountMinor: 250_000, currency: 'EUR' }],
        reference: id,
        metadata: { orderId: id, serviceSlug: 'delivery-rescue', tenantId: world.tenant.id },
        successUrl: `http://localhost:3000/success?session_id={CHECKOUT_SESSION_ID}&order=${id}&token=${token}`,
        cancelUrl: 'http://localhost:3000/marketplace/delivery-rescue',
      },
      id,
    ]);
  });

  it('leads to the form where no payments are taken', async () => {
    const before = await newest();
    const { status, body } = await withPayments(noPayments, () => post({ serviceSlug: 'delivery-rescue' }));
    expect([status, body]).toEqual([
      200,
      { ok: true, redirectUrl: '/request-scope?service=delivery-rescue&mode=hybrid&fallback=stripe' },
    ]);
    expect((await newest())?.id).toBe(before?.id);
  });

  it('says 500 when the provider fails, and the order has failed', async () => {
    const broken = { ...noPayments, mode: 'live' as const };
    const { status, body } = await withPayments(broken, () => post({ serviceSlug: 'delivery-rescue' }));
    expect([status, body]).toEqual([500, { ok: false }]);
    expect(await newest()).toMatchObject({ status: 'failed', stripeSessionId: null, payments: [] });
  });

  it('refuses what is no payload, and what is not sold', async () => {
    for (const body of [
      '{',
      '[]',
      'null',
      {},
      { serviceSlug: '' },
      { serviceSlug: 7 },
      { serviceSlug: 'a\0b' },
    ]) {
      const answer = await post(body);
      expect([answer.status, answer.body], JSON.stringify(body)).toEqual([400, { ok: false }]);
    }
    const long = await post({ serviceSlug: 'x'.repeat(300_000) });
    expect([long.status, long.body]).toEqual([413, { ok: false }]);
    await retireService(world.ctx, { slug: 'ai-readiness-check' });
    for (const serviceSlug of ['nothing-such', 'ai-readiness-check', 'DELIVERY-RESCUE']) {
      const answer = await post({ serviceSlug });
      expect([answer.status, answer.body], serviceSlug).toEqual([404, { ok: false }]);
    }
  });
});
