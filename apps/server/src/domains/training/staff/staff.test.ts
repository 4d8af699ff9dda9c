import { createShop } from '@officina/db/factories-training';
import { enrollmentCases } from '@officina/db/schema/training-records';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { ACTIVE, type Academy, academy, type Learner } from '../../../testing/academy.ts';
import { PDF, received } from '../../../testing/files.ts';
import { runJobs } from '../../../testing/run-jobs.ts';
import { listAlerts } from '../alerts/list-alerts.ts';
import { resolveAlert } from '../alerts/resolve-alert.ts';
import { reviewDocument } from '../documents/review-document.ts';
import { uploadEnrollmentDocument } from '../documents/upload-enrollment-document.ts';
import { addShift } from '../hours/add-shift.ts';
import { correctShift } from '../hours/correct-shift.ts';
import { ownHours } from '../hours/own-hours.ts';
import { shopHours } from '../hours/shop-hours.ts';
import { createOverride } from '../overrides/create-override.ts';
import { revokeOverride } from '../overrides/revoke-override.ts';
import { assignShop } from '../shops/assign-shop.ts';
import { listShops } from '../shops/list-shops.ts';
import { saveShop } from '../shops/save-shop.ts';
import { saveSite } from '../shops/save-site.ts';
import { setPartnerStatus, setShopApproval } from '../shops/set-approval.ts';
import { heartbeat } from '../timeclock/heartbeat.ts';
import { replayClock } from '../timeclock/replay-clock.ts';
import { listAudit } from './audit.ts';
import { complete, reinstate, releaseHold, setCoursework, setHold, suspend } from './change-standing.ts';
import { closeCase } from './close-cases.ts';
import { getEnrollment } from './get-enrollment.ts';
import { listLearners } from './list-learners.ts';
import { readPipeline } from './pipeline.ts';
import { reconcile } from './reconcile.ts';

const reason = 'as agreed';

let school: Academy;
let staff: Ctx;
const db = () => school.world.server.services.client.db;
const setClock = (iso: string) => school.world.server.clock.set(iso);
beforeAll(async () => {
  school = await academy();
  staff = (await school.member('manager')).ctx;
});
afterEach(() => setClock('2026-01-15T10:00:00Z'));

const detail = ({ enrollment }: Learner) => getEnrollment(staff, { enrollmentId: enrollment.id });
const stateOf = async (learner: Learner) => (await detail(learner)).enrollment.enrollmentState;
const conflict = { code: 'CONFLICT' };

const press = (learner: Learner, action: string, more: object = {}) =>
  replayClock(learner.ctx, {
    action,
    apprenticeId: learner.enrollment.apprentice?.id,
    partnerId: school.shop.partnerId,
    programId: school.program.id,
    siteId: school.shop.site.id,
    ...{ lat: 39.7684, lng: -86.1581, accuracyM: 8 },
    ...more,
  });

describe('holds, suspension and completion', () => {
  it('do not overwrite each other', async () => {
    const learner = await school.learner({ ...ACTIVE, pastDueSince: new Date('2026-01-01T00:00:00Z') });
    const by = { enrollmentId: learner.enrollment.id, reason };
    expect(await setHold(staff, by)).toMatchObject({ enrollmentState: 'payment_hold' });
    await expect(setHold(staff, by)).rejects.toMatchObject(conflict);
    expect(await suspend(staff, by)).toMatchObject({ enrollmentState: 'suspended' });
    await expect(suspend(staff, by)).rejects.toMatchObject(conflict);
    expect(await releaseHold(staff, by)).toMatchObject({ enrollmentState: 'suspended' });
    await expect(releaseHold(staff, by)).rejects.toMatchObject(conflict);
    expect(await reinstate(staff, by)).toMatchObject({ enrollmentState: 'payment_hold' });
    await expect(reinstate(staff, by)).rejects.toMatchObject(conflict);
    const { audit, abilities } = await detail(learner);
    expect(audit.filter(({ event }) => event === 'enrollment.state_changed')).toMatchObject([
      { fromState: 'suspended', toState: 'payment_hold', reason },
      { fromState: 'payment_hold', toState: 'suspended', reason },
    ]);
    expect(abilities).toMatchObject({ suspend: true, reinstate: false, setHold: true, releaseHold: false });
  });

  it('release a refund hold together with its case', async () => {
    const held = { holdReason: 'refund', holdAt: new Date() } as const;
    const learner = await school.learner({ ...ACTIVE, ...held });
    const { tenantId, id: enrollmentId } = learner.enrollment;
    const facts = { tenantId, enrollmentId, userId: learner.userId, openedAt: new Date() };
    await db()
      .insert(enrollmentCases)
      .values([
        { ...facts, type: 'refund', stripeObjectId: `ch_${enrollmentId}` },
        { ...facts, type: 'second_payment', stripeObjectId: `cs_${enrollmentId}` },
      ]);
    await releaseHold(staff, { enrollmentId, reason });
    const { cases } = await detail(learner);
    const open = cases.find(({ status }) => status === 'open');
    expect(cases.find(({ type }) => type === 'refund')).toMatchObject({
      status: 'closed',
      resolution: reason,
    });
    expect(open?.type).toBe('second_payment');
    await closeCase(staff, { caseId: open?.id ?? '', resolution: 'paid back' });
    await expect(closeCase(staff, { caseId: open?.id ?? '', resolution: 'x' })).rejects.toMatchObject(
      conflict,
    );
  });

  it('complete with all hours and the coursework, for good', async () => {
    const learner = await school.learner({ ...ACTIVE, apprentice: { totalHours: 1900 } });
    const by = { enrollmentId: learner.enrollment.id, reason };
    await expect(complete(staff, by)).rejects.toMatchObject({ ...conflict, message: 'Hours are missing' });
    const { sql } = school.world.server.services.client;
    await sql`update apprentices set transfer_hours_credited = 100
      where tenant_id = ${school.world.tenant.id} and enrollment_id = ${learner.enrollment.id}`;
    await expect(complete(staff, by)).rejects.toMatchObject(conflict);
    await setCoursework(staff, { ...by, complete: true });
    expect((await detail(learner)).abilities.complete).toBe(true);
    expect(await complete(staff, by)).toMatchObject({ enrollmentState: 'completed' });
    for (const change of [suspend, setHold, complete])
      await expect(change(staff, by)).rejects.toMatchObject(conflict);
    await expect(press(learner, 'clock_in')).rejects.toMatchObject({ code: 'ENROLLMENT_COMPLETED' });
  });

  it('are staff’s', async () => {
    const learner = await school.learner(ACTIVE);
    const by = { enrollmentId: learner.enrollment.id, reason };
    const { ctx: host } = await school.member('host');
    for (const ctx of [learner.ctx, host])
      await expect(suspend(ctx, by)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await stateOf(learner)).toBe('active_in_good_standing');
    const elsewhere = (await (await academy()).member('owner')).ctx;
    await expect(suspend(elsewhere, by)).rejects.toMatchObject({ code: 'ENROLLMENT_NOT_FOUND' });
  });
});

describe('shops', () => {
  it('are approved, moved to and changed with effect on the next shift', async () => {
    const learner = await school.learner(ACTIVE);
    const { id } = await saveShop(staff, { partnerName: 'New Group', name: 'New Cuts' });
    const site = await saveSite(staff, { shopId: id, name: 'New Cuts', lat: 39.8, lng: -86.2 });
    expect(site).toMatchObject({ isDefault: true, radiusM: 100 });
    const other = await saveSite(staff, {
      shopId: id,
      name: 'Annex',
      lat: 39.9,
      lng: -86.2,
      isDefault: true,
    });
    const find = async () => (await listShops(staff, { q: 'new cuts' })).items[0];
    expect(await find()).toMatchObject({
      partnerName: 'New Group',
      partnerStatus: 'pending',
      approved: false,
      codeExpiresAt: null,
      sites: [
        { id: other.id, isDefault: true },
        { id: site.id, isDefault: false },
      ],
    });
    await press(learner, 'clock_in');
    const assigned = { enrollmentId: learner.enrollment.id, shopId: id };
    await assignShop(staff, assigned);
    await press(learner, 'clock_out');
    const shop = await find();
    const there = { partnerId: shop?.partnerId, siteId: other.id, lat: 39.9, lng: -86.2 };
    await expect(press(learner, 'clock_in', there)).rejects.toMatchObject({ code: 'PARTNER_NOT_APPROVED' });
    await setShopApproval(staff, { shopId: id, approved: true, reason });
    await setPartnerStatus(staff, { partnerId: shop?.partnerId ?? '', status: 'active', reason });
    expect((await find())?.codeExpiresAt).toBe('2026-01-16T10:00:00.000Z');
    expect(await press(learner, 'clock_in', there)).toMatchObject({ action: 'clock_in' });
    const elsewhere = await createShop(db(), school.world.tenant.id);
    await expect(saveSite(staff, { ...site, shopId: elsewhere.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('make good an enrolment without its record, once', async () => {
    const learner = await school.learner({ ...ACTIVE, source: 'import', apprentice: null });
    const input = { userId: learner.userId, shopId: school.shop.id, transferHoursCredited: 120.5 };
    const outcomes = await Promise.allSettled([reconcile(staff, input), reconcile(staff, input)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await detail(learner)).apprentice).toMatchObject({
      shopName: 'Main Street Barbers',
      transferHoursCredited: 120.5,
      startDate: '2026-01-12',
    });
  });
});

describe('papers and overrides', () => {
  it('are judged by staff; the learner hears of it', async () => {
    const learner = await school.learner({ progressState: 'orientation_complete' });
    const { id } = await uploadEnrollmentDocument(learner.ctx, {
      enrollmentId: learner.enrollment.id,
      documentType: 'government_id',
      file: await received(learner.ctx, PDF),
    });
    await expect(reviewDocument(staff, { documentId: id, decision: 'rejected' })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
    await reviewDocument(staff, { documentId: id, decision: 'rejected', reason: 'too <dark>' });
    const { documents, enrollment } = await detail(learner);
    expect(documents).toMatchObject([{ status: 'rejected', rejectionReason: 'too <dark>' }]);
    expect(enrollment).toMatchObject({
      enrollmentState: 'documents_pending',
      missingDocuments: ['government_id'],
    });
    const { sql } = school.world.server.services.client;
    const [mail] = await sql`select "to", html from outbox_messages
      where tenant_id = ${school.world.tenant.id} order by created_at desc, id desc limit 1`;
    expect(mail?.to).toBe(learner.ctx.actor.kind === 'user' ? learner.ctx.actor.email : '');
    expect(mail?.html).toContain('too &lt;dark&gt;');
    await reviewDocument(staff, { documentId: id, decision: 'approved' });
    expect((await detail(learner)).enrollment.missingDocuments).toEqual([]);
    await runJobs(school.world);
  });

  it('end at once when they are revoked', async () => {
    const learner = await school.learner({ ...ACTIVE, pastDueSince: new Date('2026-01-01T00:00:00Z') });
    const expiresAt = '2026-01-20T00:00:00Z';
    const { id } = await createOverride(staff, {
      userId: learner.userId,
      action: 'CLOCK_IN',
      expiresAt,
      reason,
    });
    expect((await detail(learner)).overrides).toMatchObject([{ id, live: true, reason }]);
    await revokeOverride(staff, { overrideId: id, reason });
    await expect(revokeOverride(staff, { overrideId: id, reason })).rejects.toMatchObject(conflict);
    await expect(press(learner, 'clock_in')).rejects.toMatchObject({ code: 'PAYMENT_PAST_DUE' });
  });
});

describe('shifts that staff write down', () => {
  it('count in their week, and are refused where they cannot have been', async () => {
    const learner = await school.learner({ ...ACTIVE, programStartDate: '2026-01-05' });
    const base = { enrollmentId: learner.enrollment.id, siteId: school.shop.site.id, reason };
    const day = (n: number, from: string, to: string) => ({
      clockInAt: `2026-01-${n}T${from}:00Z`,
      clockOutAt: `2026-01-${n}T${to}:00Z`,
    });
    const { entryId, ...added } = await addShift(staff, {
      ...base,
      ...day(13, '14:00', '23:00'),
      lunchStartAt: '2026-01-13T17:00:00Z',
    });
    expect(added).toEqual({
      workDate: '2026-01-13',
      weekEnding: '2026-01-17',
      hoursWorked: 3,
      creditedHours: 3,
      totalHours: 3,
    });
    const bad = [
      day(13, '10:00', '09:00'),
      day(15, '09:00', '10:01'),
      { clockInAt: '2026-01-12T02:00:00Z', clockOutAt: '2026-01-12T18:00:01Z' },
      { ...day(12, '14:00', '18:00'), lunchStartAt: '2026-01-12T13:00:00Z' },
      { clockInAt: '2026-01-05T04:59:00Z', clockOutAt: '2026-01-05T06:00:00Z' },
    ];
    for (const times of bad)
      await expect(addShift(staff, { ...base, ...times })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(addShift(staff, { ...base, ...day(13, '22:00', '23:30') })).rejects.toMatchObject(conflict);
    const moved = await correctShift(staff, {
      entryId,
      ...day(10, '14:00', '20:00'),
      lunchStartAt: null,
      reason,
    });
    expect(moved).toMatchObject({ weekEnding: '2026-01-10', hoursWorked: 6, totalHours: 6 });
    const { weeks, totalHours, weeklyCap } = await ownHours(learner.ctx, {});
    expect([totalHours, weeklyCap, weeks.map(({ weekEnding }) => weekEnding)]).toEqual([
      6,
      40,
      ['2026-01-10'],
    ]);
    const { items } = await shopHours(staff, { shopId: school.shop.id });
    expect(JSON.stringify(items)).not.toContain('lat');
    expect(items.some(({ id }) => id === entryId)).toBe(true);
    // Everybody is told the programme's zone: the firm is in Paris, the shop is not.
    const { enrollment, shifts } = await detail(learner);
    const zones = [weeks[0]?.entries[0], ...items, enrollment, ...shifts].map((told) => told?.timeZone);
    expect(new Set(zones)).toEqual(new Set(['America/Indiana/Indianapolis']));
  });

  it('end one that is still open', async () => {
    const learner = await school.learner(ACTIVE);
    await press(learner, 'clock_in');
    const { shifts } = await detail(learner);
    const entryId = shifts[0]?.id ?? '';
    setClock('2026-01-15T20:00:00Z');
    await expect(correctShift(staff, { entryId, reason })).rejects.toMatchObject(conflict);
    const done = await correctShift(staff, { entryId, clockOutAt: '2026-01-15T13:00:00Z', reason });
    expect(done.hoursWorked).toBe(3);
  });
});

describe('a device that reports from outside', () => {
  it('ends the shift at the moment of leaving, after a quarter of an hour, but not at lunch', async () => {
    const learner = await school.learner(ACTIVE);
    const { entryId } = await press(learner, 'clock_in');
    const beat = (lat: number, accuracyM = 8) =>
      heartbeat(learner.ctx, { entryId, lat, lng: -86.1581, accuracyM });
    expect(await beat(39.7684)).toEqual({
      withinGeofence: true,
      distanceM: 0,
      autoClockedOut: false,
      clockOutAt: null,
    });
    setClock('2026-01-15T12:00:00Z');
    await press(learner, 'lunch_start');
    await beat(39.78);
    setClock('2026-01-15T12:30:00Z');
    await beat(39.78);
    await press(learner, 'lunch_end');
    setClock('2026-01-15T13:00:00Z');
    expect(await beat(39.78, 51)).toMatchObject({ withinGeofence: false, autoClockedOut: false });
    expect(await beat(39.78)).toMatchObject({ withinGeofence: false, autoClockedOut: false });
    setClock('2026-01-15T13:14:59Z');
    expect(await beat(39.78)).toMatchObject({ autoClockedOut: false });
    setClock('2026-01-15T13:15:00Z');
    const left = { autoClockedOut: true, clockOutAt: '2026-01-15T13:00:00.000Z' };
    expect(await beat(39.78)).toMatchObject(left);
    expect(await beat(39.7684)).toMatchObject(left);
    expect((await detail(learner)).shifts).toMatchObject([
      { hoursWorked: 2.5, autoClosedReason: 'left_site' },
    ]);
  });
});

describe('what staff see', () => {
  it('lists learners, alerts and the record, page by page', async () => {
    const learner = await school.learner({ ...ACTIVE, pastDueSince: new Date('2026-01-14T00:00:00Z') });
    await expect(press(learner, 'clock_in', { lat: 39.8 })).rejects.toMatchObject({
      code: 'OUTSIDE_GEOFENCE',
    });
    const { counts, openAlerts } = await readPipeline(staff, {});
    expect(counts.payment_hold).toBeGreaterThan(0);
    const first = await listLearners(staff, { state: 'payment_hold', limit: 1 });
    expect(first.items).toHaveLength(1);
    const rest = await listLearners(staff, { state: 'payment_hold', limit: 100, cursor: first.nextCursor });
    expect(1 + rest.items.length).toBe(counts.payment_hold);
    const mine = [...first.items, ...rest.items].find(({ userId }) => userId === learner.userId);
    expect(mine).toMatchObject({
      id: learner.enrollment.id,
      daysPastDue: 1,
      shopName: 'Main Street Barbers',
    });
    expect((await listLearners(staff, { q: 'nobody_%' })).items).toEqual([]);
    const alerts = await listAlerts(staff, { kind: 'geofence_violation', limit: 100 });
    const alert = alerts.items.find(({ enrollmentId }) => enrollmentId === learner.enrollment.id);
    expect(alert).toMatchObject({ learner: 'Dana Reed', severity: 'warning', resolvedAt: null });
    await resolveAlert(staff, { alertId: alert?.id ?? '' });
    await expect(resolveAlert(staff, { alertId: alert?.id ?? '' })).rejects.toMatchObject(conflict);
    expect((await readPipeline(staff, {})).openAlerts).toBe(openAlerts - 1);
    const audit = await listAudit(staff, { code: 'OUTSIDE_GEOFENCE', limit: 1 });
    expect(audit.items).toMatchObject([
      {
        event: 'enrollment.denied',
        action: 'CLOCK_IN',
        code: 'OUTSIDE_GEOFENCE',
        enrollmentId: learner.enrollment.id,
        learner: 'Dana Reed',
        timeZone: 'America/Indiana/Indianapolis',
        actor: 'Dana Reed',
      },
    ]);
    expect((await listAudit(staff, { limit: 2, cursor: audit.nextCursor })).items.length).toBeLessThanOrEqual(
      2,
    );
  });
});
