import { createApplication, createEnrollment } from '@officina/db/factories-training';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Academy, academy, learnerOf } from '../../../domains/training/testing/academy-world.ts';
import { PaymentsUnavailable } from '../../../kernel/payment-errors.ts';

let school: Academy;
beforeAll(async () => {
  school = await academy();
});
afterEach(() => {
  vi.restoreAllMocks();
  school.world.server.clock.set('2026-01-15T10:00:00.000Z');
});

const ordersOf = (userId: string) => school.sql<{ id: string; status: string; amount_minor: string }[]>`
  select id, status, amount_minor from orders where tenant_id = ${school.world.tenant.id} and user_id = ${userId}
  order by id`;
const statusesOf = async (userId: string) => (await ordersOf(userId)).map(({ status }) => status);

describe('POST /api/barber/checkout', () => {
  it('opens a page for the fee and tells the plan, as the contract prints it', async () => {
    const learner = await learnerOf(school);
    const application = await createApplication(school.db, school.world.tenant.id, {
      userId: learner.id,
      programId: school.program.id,
      email: learner.email,
    });
    const answer = await learner.checkout({ hours_per_week: 40, transferred_hours_verified: 0 });
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        sessionId: expect.stringMatching(/^cs_/),
        url: expect.stringMatching(/^http:\/\/localhost:3000\/stripe-sandbox\/checkout\/cs_/),
        calculation: {
          setupFee: 1743,
          weeklyPayment: 64.74,
          weeksRemaining: 50,
          firstBillingDate: 'Friday, Jan 16',
        },
      },
    ]);
    expect(await ordersOf(learner.id)).toMatchObject([{ status: 'pending', amount_minor: '174300' }]);
    const [moved] = await school.sql`select status from applications
      where tenant_id = ${school.world.tenant.id} and id = ${application.id}`;
    expect(moved?.status).toBe('payment_pending');
    const session = await school.world.server.services.payments.findCheckout(answer.body.sessionId);
    expect(session).toMatchObject({ status: 'open', amountMinor: 174_300, currency: 'usd' });
    expect(session?.customerId).toMatch(/^cus_/);
  });

  it('counts the hours asked for, and needs neither body nor application', async () => {
    const { checkout } = await learnerOf(school);
    expect((await checkout('')).body.calculation).toMatchObject({ weeklyPayment: 64.74, weeksRemaining: 50 });
    const fast = await checkout({ hours_per_week: 45, transferred_hours_verified: 120 });
    expect(fast.body.calculation).toMatchObject({ setupFee: 1743, weeklyPayment: 77.07, weeksRemaining: 42 });
  });

  it('is open to who has paid for something else of the firm before', async () => {
    const { http, checkout } = await learnerOf(school);
    expect((await http.call('POST', '/api/payments/create-intent', { amount: 5000 })).status).toBe(200);
    expect((await checkout()).status).toBe(200);
  });

  it('is the same page for the same terms while it is open, also when asked at once', async () => {
    const { id, checkout } = await learnerOf(school);
    const answers = await Promise.all(Array.from({ length: 6 }, () => checkout()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    school.world.server.clock.advance({ hours: 23 });
    expect((await checkout()).body).toEqual(answers[0]?.body);
    expect(await statusesOf(id)).toEqual(['pending']);
    const customers = await school.sql`select 1 from journal_entries
      where tenant_id = ${school.world.tenant.id} and verb = 'order.created' and after->>'weeks' = '50'`;
    expect(customers.length).toBeGreaterThan(0);
  });

  it('ends the open page for other terms, and after a day', async () => {
    const { id, checkout } = await learnerOf(school);
    const first = (await checkout()).body.sessionId;
    const second = (await checkout({ hours_per_week: 30 })).body.sessionId;
    expect(second).not.toBe(first);
    const { payments } = school.world.server.services;
    expect((await payments.findCheckout(first))?.status).toBe('expired');
    expect(await statusesOf(id)).toEqual(['expired', 'pending']);
    school.world.server.clock.advance({ hours: 24 });
    expect((await checkout({ hours_per_week: 30 })).body.sessionId).not.toBe(second);
    expect(await statusesOf(id)).toEqual(['expired', 'expired', 'pending']);
  });

  it('opens another page when the provider has closed the known one', async () => {
    const { id, checkout } = await learnerOf(school);
    const { payments } = school.world.server.services;
    const first = (await checkout()).body.sessionId;
    await payments.expireCheckout(first);
    expect((await checkout()).body.sessionId).not.toBe(first);
    expect((await statusesOf(id)).at(-1)).toBe('pending');
  });

  it.each([
    { hours_per_week: 19 },
    { hours_per_week: 51 },
    { hours_per_week: 40.5 },
    { hours_per_week: '40' },
    { hours_per_week: null },
    { transferred_hours_verified: -1 },
    { transferred_hours_verified: 2000 },
    { transferred_hours_verified: null },
  ])('refuses impossible hours: %j', async (body) => {
    const { checkout } = await learnerOf(school);
    const answer = await checkout(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_HOURS']);
    if ('hours_per_week' in body) expect(answer.body.error).toBe('Hours per week must be between 20 and 50');
  });

  it('knows only enrolments of the caller', async () => {
    const { checkout } = await learnerOf(school);
    const other = await learnerOf(school);
    const { id } = await createEnrollment(school.db, school.world.tenant.id, {
      userId: other.id,
      programId: school.program.id,
    });
    expect((await checkout({ enrollment_id: 'x' })).body).toEqual({
      error: 'Validation error',
      code: 'VALIDATION_ERROR',
      fields: { enrollment_id: 'Invalid id' },
    });
    for (const enrollment_id of [id, '01900000-0000-7000-8000-000000000001']) {
      const answer = await checkout({ enrollment_id });
      expect([answer.status, answer.body]).toEqual([
        404,
        { error: 'Enrollment not found', code: 'ENROLLMENT_NOT_FOUND' },
      ]);
    }
    expect((await checkout({ enrollment_id: null })).status).toBe(200);
  });

  it('refuses who has a place, whatever its state', async () => {
    const { id, checkout } = await learnerOf(school);
    const enrollment = await createEnrollment(school.db, school.world.tenant.id, {
      userId: id,
      programId: school.program.id,
      progressState: 'active_enrolled',
      pastDueSince: new Date('2026-01-10T00:00:00Z'),
    });
    const answer = await checkout();
    expect([answer.status, answer.body]).toEqual([
      409,
      {
        error: 'You already have an active enrollment',
        code: 'ENROLLMENT_EXISTS',
        enrollment_id: enrollment.id,
        status: 'payment_hold',
        redirect: '/apprentice',
      },
    ]);
    expect(await ordersOf(id)).toEqual([]);
  });

  it('leaves no order behind when the provider does not answer', async () => {
    const { id, email, checkout } = await learnerOf(school);
    await createApplication(school.db, school.world.tenant.id, {
      userId: id,
      programId: school.program.id,
      email,
    });
    const { payments } = school.world.server.services;
    vi.spyOn(payments, 'openCheckout').mockRejectedValue(new PaymentsUnavailable('no network'));
    const answer = await checkout();
    expect([answer.status, answer.body]).toEqual([
      500,
      { error: 'Failed to create checkout session', code: 'STRIPE_ERROR' },
    ]);
    expect(await statusesOf(id)).toEqual(['failed']);
    const [application] = await school.sql`select status from applications
      where tenant_id = ${school.world.tenant.id} and user_id = ${id}`;
    expect(application?.status).toBe('submitted');
    vi.restoreAllMocks();
    expect((await checkout()).status).toBe(200);
  });

  it('takes a session as the only credential, and no foreign page', async () => {
    const { http } = await learnerOf(school);
    const anonymous = await school.visitor.call(
      'POST',
      '/api/barber/checkout',
      {},
      { authorization: 'Bearer x' },
    );
    expect([anonymous.status, anonymous.body]).toEqual([
      401,
      { error: 'Unauthorized', code: 'UNAUTHORIZED' },
    ]);
    const foreign = await http.call('POST', '/api/barber/checkout', {}, { origin: 'https://evil.example' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'FORBIDDEN']);
  });
});
