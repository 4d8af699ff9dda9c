import { createApplication, createEnrollment } from '@officina/db/factories-training';
import { beforeAll, describe, expect, it } from 'vitest';
import { watchProvisioning } from './alerts/watch-provisioning.ts';
import { decideApplication } from './applications/decide-application.ts';
import { listApplications } from './applications/list-applications.ts';
import { ownPayments } from './billing/own-payments.ts';
import { expireOrders } from './checkout/expire-orders.ts';
import { quote } from './checkout/quote.ts';
import { readMe } from './enrollments/read-me.ts';
import { listTrainingInquiries } from './inquiries/list-training-inquiries.ts';
import { submitTrainingInquiry } from './inquiries/submit-training-inquiry.ts';
import { listPrograms, readProgram } from './programs.ts';
import { saveProgram } from './save-program.ts';
import { type Academy, academy, learnerOf, newAddress } from './testing/academy-world.ts';
import { payingLearner } from './testing/stripe-learner.ts';

let school: Academy;
beforeAll(async () => {
  school = await academy();
});
const code = (call: Promise<unknown>) => call.then(() => null).catch((error: { code: string }) => error.code);

describe('a programme', () => {
  it('is quoted with its last payment and the moment of the first', async () => {
    const { ctx } = school.world;
    expect(await quote(ctx, { hoursPerWeek: 30, transferredHours: 0 })).toEqual({
      currency: 'USD',
      setupFeeCents: 174_300,
      weeklyPaymentCents: 4831,
      weeksRemaining: 67,
      lastPaymentCents: 4854,
      firstBillingDate: 'Friday, Jan 16',
      anchor: '2026-01-16T15:00:00.000Z',
    });
    expect(await code(quote(ctx, { hoursPerWeek: 60, transferredHours: 0 }))).toBe('INVALID_HOURS');
    expect(await code(quote(ctx, { program: 'x', hoursPerWeek: 40 }))).toBe('UNKNOWN_PROGRAM');
  });

  it('is changed by who leads the firm, and found while it is sold', async () => {
    const { ctx } = school.world;
    const [item] = (await listPrograms(ctx, {})).items;
    if (!item) throw new Error('there is one');
    const { abilities: _, version, id: _id, ...facts } = item;
    const made = await saveProgram(ctx, { ...facts, slug: 'nails', name: 'Nails', active: true });
    expect(await readProgram(ctx, { program: 'nails' })).toMatchObject({
      name: 'Nails',
      priceCents: 498_000,
    });
    const saved = await saveProgram(ctx, {
      ...facts,
      slug: 'nails',
      id: made.id,
      expectedVersion: version,
      active: false,
    });
    expect(saved.version).toBe(2);
    expect(await code(readProgram(ctx, { program: 'nails' }))).toBe('NOT_FOUND');
    const stale = { ...facts, slug: 'nails', id: made.id, expectedVersion: 1 };
    expect(await code(saveProgram(ctx, stale))).toBe('VERSION_CONFLICT');
    await expect(saveProgram(ctx, { ...facts, slug: 'nails' })).rejects.toMatchObject({
      details: [{ field: 'slug', message: 'Already taken' }],
    });
    await expect(
      saveProgram(ctx, { ...facts, slug: 'x', hoursMax: 10, priceCents: facts.setupFeeCents + 100 }),
    ).rejects.toMatchObject({ details: [{ field: 'hoursMax' }, { field: 'priceCents' }] });
    expect(await code(saveProgram(await school.world.as('manager'), facts))).toBe('FORBIDDEN');
  });
});

describe('an application', () => {
  it('is decided once by staff, with a reason, and frees the address', async () => {
    const { world, db, program } = school;
    const learner = await learnerOf(school);
    const facts = { userId: learner.id, programId: program.id, email: learner.email, signature: 'D. R.' };
    const { id } = await createApplication(db, world.tenant.id, facts);
    const staff = await world.as('member');
    const [item] = (await listApplications(staff, { limit: 1 })).items;
    expect(item).toMatchObject({ id, signatureDiffers: true, abilities: { decide: true } });
    const decide = () => decideApplication(staff, { id, status: 'rejected', reason: 'Too far away' });
    const tries = await Promise.allSettled([decide(), decide(), decide()]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await code(decide())).toBe('CONFLICT');
    await createApplication(db, world.tenant.id, facts);
    for (const role of ['host', 'learner', 'accountant'] as const)
      expect(await code(listApplications(await world.as(role), {}))).toBe('FORBIDDEN');
  });
});

describe('an inquiry', () => {
  it('is listed for staff, the newest first', async () => {
    const { ctx } = school.world;
    const ask = (name: string) =>
      submitTrainingInquiry(ctx, { name, email: newAddress(), program: 'Any', message: ' ' });
    await ask('One');
    school.world.server.clock.advance({ seconds: 1 });
    await ask('Two');
    const page = await listTrainingInquiries(ctx, { limit: 1 });
    expect(page.items).toMatchObject([{ name: 'Two', program: 'Any', message: null, status: 'new' }]);
    const rest = await listTrainingInquiries(ctx, { cursor: page.nextCursor });
    expect(rest.items.map(({ name }) => name)).toEqual(['One']);
  });
});

describe('where a learner stands', () => {
  it('is told from nothing to the first payment', async () => {
    const { world, db, program } = school;
    const learner = await payingLearner(school);
    expect(await readMe(learner.ctx, {})).toMatchObject({ state: null, nextAction: 'apply', plan: null });
    const facts = { userId: learner.id, programId: program.id, email: learner.email };
    const { id } = await createApplication(db, world.tenant.id, facts);
    expect(await readMe(learner.ctx, {})).toMatchObject({
      state: 'application_submitted',
      nextAction: 'pay',
      application: { id, status: 'submitted' },
      enrollment: null,
    });
    await learner.deliverAll([learner.session('completed')]);
    const me = await readMe(learner.ctx, {});
    expect(me).toMatchObject({
      state: 'enrolled_pending_orientation',
      nextAction: 'orientation',
      enrollment: { program: 'barber-apprenticeship', programStartDate: null, shopId: null },
      documents: [],
      missingDocuments: ['government_id'],
      plan: {
        weeksTotal: 50,
        weeksPaid: 0,
        weeksRemaining: 50,
        weeklyCents: 6474,
        pastDueSince: null,
        daysPastDue: 0,
      },
    });
    expect((await ownPayments(learner.ctx, {})).items).toMatchObject([
      { kind: 'setup_fee', status: 'paid', amountCents: 174_300 },
    ]);
    expect((await ownPayments(world.ctx, {})).items).toEqual([]);
  });
});

describe('the scheduled tasks', () => {
  it('end orders that nobody paid in a day, each once', async () => {
    const { world, sql } = school;
    const learner = await learnerOf(school);
    await learner.checkout();
    const system = world.server.systemContext('training.expire-orders', world.tenant);
    const later = Object.create(system, {
      now: { value: world.server.clock.now().add({ hours: 24, seconds: 1 }) },
    });
    await Promise.all([expireOrders(later), expireOrders(later)]);
    expect(
      await sql`select status from orders where tenant_id = ${world.tenant.id} and user_id = ${learner.id}`,
    ).toEqual([{ status: 'expired' }]);
  });

  it('tell staff once of an enrolment without an apprentice record', async () => {
    const { world, db, sql, program } = school;
    const { id: userId } = await learnerOf(school);
    const { id } = await createEnrollment(db, world.tenant.id, {
      userId,
      programId: program.id,
      createdAt: new Date('2026-01-01T00:00:00Z'),
      apprentice: null,
    });
    const system = world.server.systemContext('training.provisioning', world.tenant);
    await watchProvisioning(system);
    await watchProvisioning(system);
    const alerts = await sql`select kind from training_alerts
      where tenant_id = ${world.tenant.id} and enrollment_id = ${id}`;
    expect(alerts).toEqual([{ kind: 'provisioning_incomplete' }]);
  });
});
