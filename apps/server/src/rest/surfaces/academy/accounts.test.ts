import { createLearner } from '@officina/db/factories-training';
import { tenants } from '@officina/db/schema/tenancy';
import { licenses } from '@officina/db/schema/training-records';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Academy, academy } from '../../../domains/training/testing/academy-world.ts';
import { readVerification } from '../../../domains/training/verification/verification.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { PaymentsUnavailable } from '../../../kernel/payment-errors.ts';
import { httpClient } from '../../../testing/harness.ts';
import { deliver, stripeEvent, stripeId } from '../../../testing/stripe.ts';

let school: Academy;
beforeAll(async () => {
  school = await academy();
});
afterEach(() => {
  vi.restoreAllMocks();
});
const idOf = ({ actor }: Ctx) => (actor.kind === 'user' ? actor.id : '');
const customer = async () =>
  (await school.world.server.services.payments.createCustomer({ metadata: {} }, stripeId('key'))).id;

async function holder() {
  const ctx = await school.world.as('program_holder');
  const http = await httpClient(school.world, ctx);
  const create = (body: unknown = {}) => http.call('POST', '/api/program-holder/create-verification', body);
  const tell = (word: string, id: string, facts: object = {}) =>
    deliver(
      school.world,
      stripeEvent(school.world, `identity.verification_session.${word}`, { id, ...facts }),
      '/api/webhooks/stripe-identity',
    );
  return { ctx, http, create, tell, status: () => readVerification(ctx, {}) };
}

describe('the identity check', () => {
  it('is begun once, however often and at once it is asked for, and approved by an event', async () => {
    const { create, tell, status } = await holder();
    expect(await status()).toBeNull();
    const answers = await Promise.all([create({ user_id: 'x' }), create(), create('')]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.body).toEqual({
      url: expect.stringContaining('/stripe-sandbox/'),
      session_id: expect.stringMatching(/^vs_/),
    });
    const { session_id: id } = answers[0]?.body ?? {};
    expect(await status()).toEqual({ status: 'pending', sessionId: id, verifiedAt: null, note: null });
    await tell('requires_input', id, { last_error: { code: 'document_expired', reason: 'Expired' } });
    expect(await status()).toMatchObject({ status: 'pending', note: 'Expired' });
    expect((await tell('verified', id)).body).toEqual({ ok: true, received: true });
    await tell('canceled', id);
    await tell('requires_input', id);
    expect(await status()).toMatchObject({ status: 'approved', verifiedAt: '2026-01-15T10:00:00.000Z' });
    const again = await create();
    expect([again.status, again.body]).toEqual([
      409,
      { error: 'Your identity is already verified', code: 'ALREADY_VERIFIED' },
    ]);
  });

  it('that was cancelled is begun anew, and stays failed itself', async () => {
    const { create, tell, status } = await holder();
    const { session_id: first } = (await create()).body;
    await tell('canceled', first);
    await tell('verified', first);
    expect((await status())?.status).toBe('failed');
    school.world.server.clock.advance({ seconds: 1 });
    const { session_id: second } = (await create()).body;
    expect(second).not.toBe(first);
    await tell('verified', 'vs_unknown_session');
    expect((await status())?.status).toBe('pending');
  });

  it('is for programme holders; without the provider it is told so', async () => {
    for (const role of ['owner', 'learner', 'host'] as const) {
      const http = await httpClient(school.world, role);
      const answer = await http.call('POST', '/api/program-holder/create-verification', {});
      expect([answer.status, answer.body]).toEqual([403, { error: 'Forbidden', code: 'FORBIDDEN' }]);
    }
    vi.spyOn(school.world.server.services.payments, 'startVerification').mockRejectedValue(
      new PaymentsUnavailable('down'),
    );
    const { create } = await holder();
    expect([(await create()).status, (await create()).body.code]).toEqual([500, 'STRIPE_ERROR']);
    vi.restoreAllMocks();
    expect((await create()).status).toBe(200);
  });
});

describe('the billing portals', () => {
  it('open for the customer of the session, and for no other', async () => {
    const { http, ctx } = await holder();
    const get = (path: string) => http.call('GET', path);
    const none = await get('/api/license/portal');
    expect([none.status, none.body]).toEqual([
      404,
      { error: 'No billing account found', code: 'NO_BILLING_ACCOUNT' },
    ]);
    const { db } = school;
    await db.insert(licenses).values({
      tenantId: school.world.tenant.id,
      ownerUserId: idOf(ctx),
      name: 'Academy',
      tier: 'standard',
      stripeCustomerId: await customer(),
    });
    const found = await get('/api/license/portal?customer=cus_other');
    expect(found.status).toBe(303);
    expect(found.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/stripe-sandbox\//);
    expect((await get('/api/store/customer-portal')).status).toBe(404);
  });

  it('are the firm’s for who leads it, and a learner’s own', async () => {
    const { db, world } = school;
    const owner = await httpClient(world);
    expect((await owner.call('GET', '/api/license/portal')).status).toBe(404);
    await db
      .update(tenants)
      .set({ stripeCustomerId: await customer() })
      .where(eq(tenants.id, world.tenant.id));
    expect((await owner.call('GET', '/api/license/portal')).status).toBe(303);
    const { user } = await createLearner(db, world.tenant.id, { stripeCustomerId: await customer() });
    const learner = await httpClient(world, {
      ...(await world.as('learner')),
      actor: { ...(await world.as('learner')).actor, id: user.id } as Ctx['actor'],
    });
    expect((await learner.call('GET', '/api/store/customer-portal')).status).toBe(303);
    expect((await learner.call('GET', '/api/license/portal')).status).toBe(404);
  });

  it('ask for a session in JSON', async () => {
    for (const path of ['/api/license/portal', '/api/store/customer-portal']) {
      const answer = await school.visitor.call('GET', path);
      expect([answer.status, answer.body]).toEqual([401, { error: 'Unauthorized', code: 'UNAUTHORIZED' }]);
    }
  });
});
