import { enrollments } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '../../../testing/run-jobs.ts';
import { stripeId } from '../../../testing/stripe.ts';
import { type Academy, academy } from '../testing/academy-world.ts';
import { type PayingLearner, payingLearner } from '../testing/stripe-learner.ts';

let school: Academy;
beforeAll(async () => {
  school = await academy();
});

async function enrolled() {
  const learner = await payingLearner(school);
  await learner.deliverAll([learner.session('completed')]);
  return learner;
}
const activate = async (learner: PayingLearner) => {
  await school.db
    .update(enrollments)
    .set({ progressState: 'active_enrolled' })
    .where(and(eq(enrollments.tenantId, school.world.tenant.id), eq(enrollments.userId, learner.id)));
};
const factsOf = async (learner: PayingLearner) => {
  const row = await learner.enrollment();
  return [row?.enrollmentState, row?.pastDueSince?.toISOString() ?? null, row?.holdReason ?? null];
};

describe('a weekly payment', () => {
  it('that fails makes the learner past due since then, and tells them once', async () => {
    const learner = await enrolled();
    const id = stripeId('in');
    await learner.deliverAll([learner.invoice('payment_failed', id, 60)]);
    expect(await factsOf(learner)).toEqual([
      'enrolled_pending_orientation',
      '2026-01-15T10:01:00.000Z',
      null,
    ]);
    await activate(learner);
    expect((await learner.enrollment())?.enrollmentState).toBe('payment_hold');
    await learner.deliverAll([
      learner.invoice('payment_failed', id, 3600),
      learner.invoice('payment_failed', id, 7200),
    ]);
    expect((await factsOf(learner))[1]).toBe('2026-01-15T10:01:00.000Z');
    const mails = await school.sql`select 1 from outbox_messages where tenant_id = ${school.world.tenant.id}
      and "to" = ${learner.email} and subject = 'Your payment failed'`;
    expect(mails).toHaveLength(1);
    await learner.deliverAll([learner.invoice('paid', id, 9000)]);
    expect(await factsOf(learner)).toEqual(['active_enrolled', null, null]);
    expect(await learner.payments()).toContainEqual(['weekly', 'succeeded', 6474]);
    await learner.deliverAll([learner.invoice('payment_failed', id, 60)]);
    expect(await factsOf(learner)).toEqual(['active_enrolled', null, null]);
  });

  it('of nothing is none, and one of two does not lift the hold', async () => {
    const learner = await enrolled();
    await activate(learner);
    const [one, two] = [stripeId('in'), stripeId('in')];
    await learner.deliverAll([
      learner.invoice('paid', stripeId('in'), 0, { amount_paid: 0 }),
      learner.invoice('payment_failed', one, 0),
      learner.invoice('payment_failed', two, 86_400),
      learner.invoice('paid', one, 90_000),
    ]);
    expect(await factsOf(learner)).toEqual(['payment_hold', '2026-01-16T10:00:00.000Z', null]);
    expect(await learner.payments()).toHaveLength(3);
  });

  it('is found by subscription and by our word on it, and by customer', async () => {
    const learner = await enrolled();
    const subscription = stripeId('sub');
    const { id: enrollment_id } = (await learner.enrollment()) ?? { id: '' };
    const details = (metadata: object) => ({
      customer: stripeId('cus'),
      parent: { subscription_details: { subscription, metadata } },
    });
    await learner.deliverAll([
      learner.invoice('paid', stripeId('in'), 0, details({ enrollment_id })),
      learner.invoice('paid', stripeId('in'), 0, details({})),
      learner.event(
        'customer.subscription.updated',
        { id: subscription, object: 'subscription', status: 'active' },
        9,
      ),
    ]);
    expect(await learner.payments()).toHaveLength(3);
    expect(await learner.enrollment()).toMatchObject({
      stripeSubscriptionId: subscription,
      subscriptionStatus: 'active',
    });
    await learner.deliverAll([
      learner.event(
        'customer.subscription.deleted',
        { id: subscription, object: 'subscription', status: 'canceled' },
        10,
      ),
    ]);
    const alerts = await school.sql`select kind from training_alerts
      where tenant_id = ${school.world.tenant.id} and enrollment_id = ${enrollment_id}`;
    expect(alerts).toEqual([{ kind: 'plan_ended_early' }]);
  });
});

describe('money given back', () => {
  it('holds the enrolment, records what is new of it, and opens one case', async () => {
    const learner = await enrolled();
    await learner.deliverAll([learner.refunded(50_000, 10), learner.refunded(50_000, 11)]);
    expect(await factsOf(learner)).toEqual(['payment_hold', null, 'refund']);
    await learner.deliverAll([learner.refunded(174_300, 20)]);
    const refunds = (await learner.payments()).filter(([purpose]) => purpose === 'refund');
    expect(refunds.map(([, , amount]) => amount)).toEqual([-50_000, -124_300]);
    expect(await learner.cases()).toEqual(['refund open']);
  });

  it('counts although it overtakes the payment', async () => {
    const learner = await payingLearner(school);
    await learner.deliverAll([learner.refunded(174_300), learner.session('completed')]);
    expect((await factsOf(learner))[0]).toBe('enrolled_pending_orientation');
    await runJobs(school.world);
    expect(await factsOf(learner)).toEqual(['payment_hold', null, 'refund']);
    expect((await learner.payments()).map(([, , amount]) => amount)).toEqual([-174_300, 174_300]);
  });

  it('is held graver in a dispute, and paying lifts neither', async () => {
    const learner = await enrolled();
    await activate(learner);
    const dispute = learner.event(
      'charge.dispute.created',
      {
        id: stripeId('dp'),
        object: 'dispute',
        charge: learner.ids.charge,
        payment_intent: learner.ids.intent,
      },
      5,
    );
    const id = stripeId('in');
    await learner.deliverAll([
      dispute,
      learner.refunded(100),
      learner.invoice('payment_failed', id, 6),
      learner.invoice('paid', id, 7),
    ]);
    expect(await factsOf(learner)).toEqual(['payment_hold', null, 'dispute']);
    expect((await learner.cases()).sort()).toEqual(['dispute open', 'refund open']);
  });
});

describe('the events of a learner', () => {
  it('end in the same state in whatever order they come, however often', async () => {
    const story = (learner: PayingLearner, [one, two]: [string, string]) => [
      learner.session('completed'),
      learner.session('async_payment_succeeded', {}, 1),
      learner.invoice('payment_failed', one, 100),
      learner.invoice('payment_failed', one, 200),
      learner.invoice('paid', one, 300),
      learner.invoice('payment_failed', two, 150),
      learner.refunded(1000, 400),
      learner.refunded(3000, 500),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
        fc.nat(7),
        async (order, again) => {
          const learner = await payingLearner(school);
          const events = story(learner, [stripeId('in'), stripeId('in')]);
          const told = [...order, again].flatMap((at) => events[at] ?? []);
          await learner.deliverAll(told);
          await runJobs(school.world);
          expect(await factsOf(learner)).toEqual(['payment_hold', '2026-01-15T10:02:30.000Z', 'refund']);
          const sums = Object.entries(
            Object.groupBy(await learner.payments(), ([purpose]) => String(purpose)),
          ).map(([purpose, rows = []]) => [
            purpose,
            rows.reduce((sum, [, , amount]) => sum + Number(amount), 0),
          ]);
          expect(Object.fromEntries(sums)).toEqual({ refund: -3000, setup_fee: 174_300, weekly: 12_948 });
        },
      ),
      { numRuns: 8 },
    );
  });
});
