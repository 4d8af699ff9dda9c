import { enrollments } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { deliver, stripeEvent, stripeId } from '../../../testing/stripe.ts';
import { type Academy, learnerOf } from './academy-world.ts';

const T = Math.floor(Date.parse('2026-01-15T10:00:00Z') / 1000);
type Facts = Record<string, unknown>;

/** A learner with an open checkout, and the events of the provider that may come of it. `at` is in seconds. */
export async function payingLearner(school: Academy) {
  const { world, db, sql } = school;
  const learner = await learnerOf(school);
  const { sessionId } = (await learner.checkout()).body as { sessionId: string };
  const tenantId = world.tenant.id;
  const [row] = await sql`select stripe_customer_id as customer from learners
    where tenant_id = ${tenantId} and user_id = ${learner.id}`;
  const customer = String(row?.customer);
  const ids = { customer, session: sessionId, intent: stripeId('pi'), charge: stripeId('ch') };
  const event = (type: string, object: Facts, at: number) =>
    stripeEvent(world, type, object, { created: T + at });
  const session = (type: string, facts: Facts = {}, at = 0) =>
    event(
      `checkout.session.${type}`,
      {
        id: ids.session,
        object: 'checkout.session',
        customer,
        payment_intent: ids.intent,
        payment_status: 'paid',
        amount_total: 174_300,
        currency: 'usd',
        metadata: { checkout_type: 'barber_enrollment' },
        ...facts,
      },
      at,
    );
  const enrollment = async () => {
    const [found] = await db
      .select()
      .from(enrollments)
      .where(and(eq(enrollments.tenantId, tenantId), eq(enrollments.userId, learner.id)));
    return found ?? null;
  };
  const invoice = (type: 'paid' | 'payment_failed', id: string, at: number, facts: Facts = {}) => {
    const amount = type === 'paid' ? { amount_paid: 6474 } : { amount_due: 6474, amount_paid: 0 };
    return event(
      `invoice.${type}`,
      { id, object: 'invoice', customer, currency: 'usd', ...amount, ...facts },
      at,
    );
  };
  const refunded = (amountRefunded: number, at = 0) =>
    event(
      'charge.refunded',
      {
        id: ids.charge,
        object: 'charge',
        customer,
        payment_intent: ids.intent,
        currency: 'usd',
        amount_refunded: amountRefunded,
      },
      at,
    );
  const payments = async () =>
    (
      await sql<{ purpose: string; status: string; amount_minor: string }[]>`
        select purpose, status, amount_minor from payments
        where tenant_id = ${tenantId} and user_id = ${learner.id} order by purpose, id`
    ).map(({ purpose, status, amount_minor }) => [purpose, status, Number(amount_minor)]);
  const cases = async () =>
    (
      await sql`select type, status from enrollment_cases where tenant_id = ${tenantId} and user_id = ${learner.id}`
    ).map(({ type, status }) => `${type} ${status}`);
  const deliverAll = async (events: readonly object[]) => {
    for (const each of events) {
      const answer = await deliver(world, each);
      expect([answer.status, answer.body]).toEqual([200, { ok: true, received: true }]);
    }
  };
  return { ...learner, ids, session, event, invoice, refunded, enrollment, payments, cases, deliverAll };
}
export type PayingLearner = Awaited<ReturnType<typeof payingLearner>>;
