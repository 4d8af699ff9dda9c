import { beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '../../../testing/run-jobs.ts';
import { deliver, stripeId } from '../../../testing/stripe.ts';
import { type Academy, academy } from '../testing/academy-world.ts';
import { payingLearner } from '../testing/stripe-learner.ts';

let school: Academy;
beforeAll(async () => {
  school = await academy();
});
const journal = (id: string) => school.sql`select verb, actor_kind, before, after from journal_entries
  where tenant_id = ${school.world.tenant.id} and subject_id = ${id} order by xid, id`;

describe('a paid set-up fee', () => {
  it('enrols, pays the order, moves on the application, and says so', async () => {
    const learner = await payingLearner(school);
    await learner.deliverAll([learner.session('completed')]);
    const enrollment = await learner.enrollment();
    expect(enrollment).toMatchObject({
      enrollmentState: 'enrolled_pending_orientation',
      source: 'checkout',
      hoursPerWeek: 40,
      weeksTotal: 50,
      weeklyMinor: 6474,
      lastMinor: 6474,
      stripeCustomerId: learner.ids.customer,
    });
    expect(await learner.payments()).toEqual([['setup_fee', 'succeeded', 174_300]]);
    const { sql, world } = school;
    expect(
      await sql`select status, stripe_payment_intent_id as intent from orders
      where tenant_id = ${world.tenant.id} and user_id = ${learner.id}`,
    ).toEqual([{ status: 'paid', intent: learner.ids.intent }]);
    expect(
      await sql`select total_hours_required as hours, status from apprentices
      where tenant_id = ${world.tenant.id} and user_id = ${learner.id}`,
    ).toEqual([{ hours: 2000, status: 'active' }]);
    expect(await journal(enrollment?.id ?? '')).toMatchObject([
      { verb: 'enrollment.created', actor_kind: 'webhook' },
      {
        verb: 'enrollment.state_changed',
        before: { enrollment_state: 'payment_pending' },
        after: { enrollment_state: 'enrolled_pending_orientation' },
      },
    ]);
    const mails = await sql`select subject from outbox_messages
      where tenant_id = ${world.tenant.id} and "to" = ${learner.email}`;
    expect(mails).toEqual([{ subject: 'You are enrolled' }]);
  });

  it('enrols once, however often and in how many events it is told', async () => {
    const learner = await payingLearner(school);
    const completed = learner.session('completed');
    const others = [learner.session('completed'), learner.session('async_payment_succeeded')];
    const told = [...Array(8).fill(completed), ...others];
    const answers = await Promise.all(told.map((event) => deliver(school.world, event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await runJobs(school.world);
    expect(await learner.payments()).toEqual([['setup_fee', 'succeeded', 174_300]]);
    const created = await school.sql`select 1 from journal_entries where tenant_id = ${school.world.tenant.id}
      and verb = 'enrollment.created' and subject_id = ${(await learner.enrollment())?.id ?? ''}`;
    expect(created).toHaveLength(1);
    expect(await learner.cases()).toEqual([]);
  });

  it('enrols nobody while the money is on its way, when it failed, or when it is another amount', async () => {
    const waiting = await payingLearner(school);
    await waiting.deliverAll([waiting.session('completed', { payment_status: 'unpaid' })]);
    expect(await waiting.enrollment()).toBeNull();
    await waiting.deliverAll([waiting.session('async_payment_failed')]);
    expect(await waiting.enrollment()).toBeNull();
    for (const facts of [{ amount_total: 174_299 }, { currency: 'eur' }, { amount_total: null }]) {
      const learner = await payingLearner(school);
      await learner.deliverAll([learner.session('completed', facts)]);
      expect(await learner.enrollment()).toBeNull();
      expect(await learner.cases()).toEqual(['payment_mismatch open']);
    }
  });

  it('counts although the order had ended meanwhile; an end after it does not', async () => {
    for (const end of ['expired', 'async_payment_failed']) {
      const [late, early] = [await payingLearner(school), await payingLearner(school)];
      await late.deliverAll([late.session(end), late.session('completed', { currency: 'USD' })]);
      await early.deliverAll([early.session('completed'), early.session(end)]);
      for (const learner of [late, early]) {
        expect((await learner.enrollment())?.enrollmentState).toBe('enrolled_pending_orientation');
        const [order] = await school.sql`select status from orders
          where tenant_id = ${school.world.tenant.id} and user_id = ${learner.id}`;
        expect(order?.status).toBe('paid');
      }
    }
  });

  it('of who is enrolled already is recorded and looked into', async () => {
    const learner = await payingLearner(school);
    const first = learner.ids.session;
    const { sessionId } = (await learner.checkout({ hours_per_week: 30 })).body as { sessionId: string };
    await learner.deliverAll([
      learner.session('completed', { id: sessionId }),
      learner.session('completed', { id: first, payment_intent: stripeId('pi') }),
    ]);
    expect((await learner.enrollment())?.hoursPerWeek).toBe(30);
    expect(await learner.payments()).toEqual(Array(2).fill(['setup_fee', 'succeeded', 174_300]));
    expect(await learner.cases()).toEqual(['second_payment open']);
    expect((await learner.checkout()).body.code).toBe('ENROLLMENT_EXISTS');
  });

  it('of nobody we know is kept, without an effect', async () => {
    const learner = await payingLearner(school);
    await learner.deliverAll([
      learner.session('completed', { id: stripeId('cs'), client_reference_id: learner.id }),
      learner.session('completed', { id: stripeId('cs'), metadata: { user_id: learner.id } }),
    ]);
    expect(await learner.enrollment()).toBeNull();
  });
});

describe('the weekly plan', () => {
  it('is scheduled at the provider once, from the Friday that was named', async () => {
    const learner = await payingLearner(school);
    await learner.deliverAll([learner.session('completed')]);
    await runJobs(school.world);
    const enrollment = await learner.enrollment();
    expect(enrollment?.stripeScheduleId).toMatch(/^sub_sched_/);
    await runJobs(school.world);
    expect((await learner.enrollment())?.stripeScheduleId).toBe(enrollment?.stripeScheduleId);
  });
});
