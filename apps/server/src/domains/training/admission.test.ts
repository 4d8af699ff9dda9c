import {
  createApplication,
  createEnrollment,
  createLearner,
  createProgram,
  createShop,
} from '@officina/db/factories-training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '../../testing/run-jobs.ts';
import { watchProvisioning } from './alerts/watch-provisioning.ts';
import { decideApplication } from './applications/decide-application.ts';
import { listApplications } from './applications/list-applications.ts';
import { ownPayments } from './billing/own-payments.ts';
import { expireOrders } from './checkout/expire-orders.ts';
import { quote } from './checkout/quote.ts';
import { readMe } from './enrollments/read-me.ts';
import { listTrainingInquiries } from './inquiries/list-training-inquiries.ts';
import { setTrainingInquiryStatus } from './inquiries/set-training-inquiry-status.ts';
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
      firstBillingDay: '2026-01-16',
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
    const { user, contactId } = await createLearner(db, world.tenant.id);
    const facts = { userId: user.id, programId: program.id, email: user.email, signature: 'D. R.' };
    const { id } = await createApplication(db, world.tenant.id, facts);
    const staff = await world.as('member');
    const [item] = (await listApplications(staff, { limit: 1 })).items;
    expect(item).toMatchObject({ id, signatureDiffers: true, abilities: { decide: true } });
    const decide = () => decideApplication(staff, { id, status: 'rejected', reason: 'Too far away' });
    const tries = await Promise.allSettled([decide(), decide(), decide()]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await code(decide())).toBe('CONFLICT');
    const [entry] =
      await school.sql`select contact_id from journal_entries where tenant_id = ${world.tenant.id}
      and subject_id = ${id} and verb = 'application.decided'`;
    expect(entry).toEqual({ contact_id: contactId });
    await createApplication(db, world.tenant.id, facts);
    for (const role of ['host', 'learner', 'accountant'] as const)
      expect(await code(listApplications(await world.as(role), {}))).toBe('FORBIDDEN');
  });

  it('can no longer be paid once it is rejected', async () => {
    const { world, db, program } = school;
    const learner = await learnerOf(school);
    const facts = { userId: learner.id, programId: program.id, email: learner.email };
    const { id } = await createApplication(db, world.tenant.id, facts);
    const { sessionId } = (await learner.checkout()).body as { sessionId: string };
    const page = async () => (await world.server.services.payments.findCheckout(sessionId))?.status;
    expect(await page()).toBe('open');
    await decideApplication(await world.as('member'), { id, status: 'rejected', reason: 'Too young' });
    await runJobs(world);
    expect(await page()).toBe('expired');
    await runJobs(world);
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

  it('is moved by staff, on record, by one of two at once', async () => {
    const { world, sql } = school;
    const { id } = await submitTrainingInquiry(world.ctx, {
      ...{ name: 'Three', email: newAddress(), program: 'Any' },
    });
    const staff = await world.as('member');
    const to = (status: 'triaged' | 'converted' | 'closed', by = staff) =>
      setTrainingInquiryStatus(by, { id, status });
    const both = await Promise.allSettled([to('converted'), to('closed')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await code(to('converted').then(() => to('closed')))).toBe('CONFLICT');
    expect(await to('triaged')).toMatchObject({ id, status: 'triaged', moves: ['converted', 'closed'] });
    await to('triaged');
    const journal = await sql`select verb from journal_entries
      where tenant_id = ${world.tenant.id} and subject_id = ${id} order by xid, id`;
    expect(journal.map(({ verb }) => verb)).toEqual([
      'inquiry.created',
      expect.stringMatching(/^inquiry\.(converted|closed)$/),
      'inquiry.triaged',
    ]);
    for (const role of ['host', 'learner'] as const)
      expect(await code(to('closed', await world.as(role)))).toBe('FORBIDDEN');
    expect(await code(to('closed', (await academy()).world.ctx))).toBe('NOT_FOUND');
  });
});

describe('where a learner stands', () => {
  it('is told in programme time, with the week that runs there and its cap', async () => {
    const { world, db } = school;
    const timeZone = 'Pacific/Honolulu';
    const program = await createProgram(db, world.tenant.id, { slug: 'surf', timeZone });
    const learner = await learnerOf(school);
    const enrollment = await createEnrollment(db, world.tenant.id, {
      userId: learner.id,
      programId: program.id,
      hoursPerWeek: 45,
      progressState: 'active_enrolled',
      programStartDate: '2026-01-18',
      apprentice: { totalHours: 61.1, transferHoursCredited: 0.2 },
    });
    const shop = await createShop(db, world.tenant.id, { name: 'Main Street Barbers' });
    const worked = (workDate: string, weekEnding: string, hours: number, creditedHours: number) => ({
      ...{ tenantId: world.tenant.id, apprenticeId: enrollment.apprentice?.id ?? '', programId: program.id },
      ...{ shopId: shop.id, partnerId: shop.partnerId, source: 'manual' as const, workDate, weekEnding },
      ...{ clockInAt: new Date(`${workDate}T14:00Z`), clockOutAt: new Date(`${workDate}T15:00Z`) },
      ...{ hoursWorked: hours, creditedHours },
    });
    await db
      .insert(progressEntries)
      .values([worked('2026-01-16', '2026-01-17', 8, 8), worked('2026-01-18', '2026-01-24', 9.5, 9)]);
    // Saturday's last minute in Honolulu: in New York, where the firm is, it is Sunday.
    const at = (iso: string) => Object.create(learner.ctx, { now: { value: Temporal.Instant.from(iso) } });
    const hours = { completed: 61.3, required: 2000, shopName: null };
    expect(await readMe(at('2026-01-18T09:59:00Z'), {})).toMatchObject({
      enrollment: { timeZone },
      plan: { currency: 'USD' },
      hours: { ...hours, begun: false, week: { ending: '2026-01-17', worked: 8, credited: 8, cap: 45 } },
    });
    expect((await readMe(at('2026-01-18T10:00:00Z'), {})).hours).toEqual({
      ...hours,
      begun: true,
      week: { ending: '2026-01-24', worked: 9.5, credited: 9, cap: 45 },
    });
  });

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
