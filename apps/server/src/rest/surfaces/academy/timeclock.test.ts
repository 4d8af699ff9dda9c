import { createApplication, createShop } from '@officina/db/factories-training';
import { sites } from '@officina/db/schema/training-places';
import { enrollmentOverrides } from '@officina/db/schema/training-records';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIVE, type Academy, academy, type Learner } from '../../../testing/academy.ts';
import { httpClient } from '../../../testing/harness.ts';

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const HERE = { lat: 39.7684, lng: -86.1581, accuracy_m: 12 };
const START = '2026-01-15T14:00:00Z';

let school: Academy;
const setClock = (iso: string) => school.world.server.clock.set(iso);
beforeAll(async () => {
  school = await academy();
});
afterEach(() => setClock('2026-01-15T10:00:00Z'));

const bodyOf = ({ enrollment }: Learner, action: string, more: object = {}) => ({
  action,
  apprentice_id: enrollment.apprentice?.id,
  partner_id: school.shop.partnerId,
  program_id: school.program.id,
  site_id: school.shop.site.id,
  ...HERE,
  ...more,
});

const press = async (learner: Learner, action: string, more: object = {}) => {
  const { status, body } = await learner.http.call(
    'POST',
    '/api/timeclock/action',
    bodyOf(learner, action, more),
  );
  return { status, body };
};
const told = async (learner: Learner, action: string, more: object = {}) => {
  const { status, body } = await press(learner, action, more);
  return [status, body.code];
};
const context = ({ http }: Pick<Learner, 'http'>) => http.call('GET', '/api/timeclock/context');

const sql = () => school.world.server.services.client.sql;
const db = () => school.world.server.services.client.db;

const approve = (approved: boolean) =>
  sql()`update shops set is_approved = ${approved}
    where tenant_id = ${school.world.tenant.id} and id = ${school.shop.id}`;

/** Whether the partner takes anybody in, and the site is one. */
async function open(now: boolean) {
  const { id: tenantId } = school.world.tenant;
  await sql()`update partners set status = ${now ? 'active' : 'suspended'}
    where tenant_id = ${tenantId} and id = ${school.shop.partnerId}`;
  await sql()`update sites set is_active = ${now} where tenant_id = ${tenantId} and id = ${school.shop.site.id}`;
}

async function override(
  learner: Learner,
  expiresAt: string,
  action: 'CLOCK_IN' | 'PWA_CHECKIN' = 'CLOCK_IN',
) {
  const values = {
    tenantId: school.world.tenant.id,
    userId: learner.userId,
    createdBy: school.world.user.id,
  };
  await db()
    .insert(enrollmentOverrides)
    .values({ ...values, action, reason: 'x', expiresAt: new Date(expiresAt) });
}

describe('POST /timeclock/action', () => {
  it('goes through a day as documented', async () => {
    const learner = await school.learner({ ...ACTIVE, progressState: 'active_enrolled' });
    setClock('2026-01-15T14:00:00Z');
    const begun = await press(learner, 'clock_in', { clock_in_at: '2026-01-01T00:00:00Z' });
    const entry = begun.body.progress_entry_id;
    expect(begun).toEqual({
      status: 200,
      body: {
        success: true,
        action: 'clock_in',
        progress_entry_id: expect.any(String),
        clock_in_at: '2026-01-15T14:00:00.000Z',
      },
    });
    const again = await press(learner, 'clock_in');
    expect(again).toEqual({
      status: 400,
      body: { error: 'Already clocked in. Please clock out first.', code: 'INVALID_STATE_TRANSITION' },
    });
    setClock('2026-01-15T17:00:00Z');
    expect((await press(learner, 'lunch_start', { progress_entry_id: entry })).body).toEqual({
      success: true,
      action: 'lunch_start',
      progress_entry_id: entry,
      lunch_start_at: '2026-01-15T17:00:00.000Z',
    });
    expect(await told(learner, 'lunch_start')).toEqual([400, 'INVALID_STATE_TRANSITION']);
    setClock('2026-01-15T17:45:20Z');
    expect((await press(learner, 'lunch_end')).body).toEqual({
      success: true,
      action: 'lunch_end',
      progress_entry_id: entry,
      lunch_start_at: '2026-01-15T17:00:00.000Z',
      lunch_end_at: '2026-01-15T17:45:20.000Z',
      lunch_duration_minutes: 45,
      exceeded_standard: false,
    });
    for (const action of ['lunch_start', 'lunch_end'])
      expect(await told(learner, action)).toEqual([400, 'INVALID_STATE_TRANSITION']);
    setClock('2026-01-15T22:30:00Z');
    expect((await press(learner, 'clock_out', { progress_entry_id: entry })).body).toEqual({
      success: true,
      action: 'clock_out',
      progress_entry_id: entry,
      clock_out_at: '2026-01-15T22:30:00.000Z',
      hours_worked: 7.74,
    });
    expect(await press(learner, 'clock_out', { progress_entry_id: entry })).toEqual({
      status: 400,
      body: { error: 'Not currently clocked in.', code: 'NO_OPEN_SESSION' },
    });
    const { body } = await context(learner);
    expect(body).toMatchObject({ hoursCompleted: 7.74, activeShift: null });
    expect(body.enforcement.state).toBe('active_in_good_standing');
    const of = learner.contactId;
    const verbs = await school.journal(
      'shift.started',
      'shift.lunch_started',
      'shift.lunch_ended',
      'shift.ended',
    );
    expect(verbs.filter(({ contact_id }) => contact_id === of).map(({ verb }) => verb)).toEqual([
      'shift.started',
      'shift.lunch_started',
      'shift.lunch_ended',
      'shift.ended',
    ]);
    expect(JSON.stringify(verbs)).not.toContain('39.7684');
  });

  it('checks in the documented order', async () => {
    const learner = await school.learner({
      programStartDate: '2026-01-12',
      progressState: 'orientation_complete',
    });
    const other = await school.learner(ACTIVE);
    const visitor = await httpClient(school.world, 'visitor');
    expect((await visitor.call('POST', '/api/timeclock/action', {})).body).toEqual({
      error: 'Unauthorized',
      code: 'UNAUTHORIZED',
    });
    const empty = await learner.http.call('POST', '/api/timeclock/action', { partner_id: null, site_id: '' });
    expect([empty.status, empty.body.code, empty.body.missing]).toEqual([
      400,
      'MISSING_FIELDS',
      ['action', 'apprentice_id', 'partner_id', 'program_id', 'site_id'],
    ]);
    const bad = { lat: '39', site_id: 'x', accuracy_m: 90 };
    expect(await told(learner, 'dance', bad)).toEqual([400, 'INVALID_ACTION']);
    const invalid = await press(learner, 'clock_in', bad);
    expect([invalid.body.code, invalid.body.fields]).toEqual(['VALIDATION_ERROR', { site_id: 'Invalid id' }]);
    expect((await press(learner, 'clock_in', { progress_entry_id: 7 })).body.fields).toEqual({
      progress_entry_id: 'Invalid id',
    });
    for (const gps of [
      { lat: '39' },
      { lat: null },
      { lat: 90.1 },
      { lng: -180.1 },
      { lng: undefined },
      { accuracy_m: -1 },
      { accuracy_m: undefined },
    ])
      expect(await told(learner, 'clock_in', gps)).toEqual([400, 'GPS_REQUIRED']);
    expect((await press(learner, 'clock_in', { accuracy_m: 50.1 })).body).toEqual({
      error: 'Location is not accurate enough',
      code: 'GPS_ACCURACY_LOW',
      accuracy_m: 50.1,
      max_allowed: 50,
    });
    const stranger = { ...learner, ...(await school.member('learner')) };
    expect((await press(stranger, 'clock_in', { accuracy_m: 50 })).body).toEqual({
      error: 'No enrollment found.',
      code: 'NO_ENROLLMENT',
      state: null,
    });
    const imported = await school.learner({ ...ACTIVE, source: 'import', apprentice: null });
    const later = await imported.http.call(
      'POST',
      '/api/timeclock/action',
      bodyOf(imported, 'clock_in', { apprentice_id: NOWHERE }),
    );
    expect([later.status, later.body, later.headers.get('retry-after')]).toEqual([
      503,
      {
        error: 'Account setup in progress. Please wait or contact support.',
        code: 'PROVISIONING_INCOMPLETE',
        retry_available: true,
      },
      '30',
    ]);
    const foreign = other.enrollment.apprentice?.id;
    expect(await told(learner, 'clock_in', { apprentice_id: foreign, program_id: NOWHERE })).toEqual([
      403,
      'APPRENTICE_MISMATCH',
    ]);
    expect(await told(learner, 'clock_in', { program_id: NOWHERE, site_id: NOWHERE })).toEqual([
      403,
      'PROGRAM_MISMATCH',
    ]);
    expect(await told(learner, 'clock_in', { site_id: NOWHERE })).toEqual([403, 'DOCUMENTS_REQUIRED']);
    expect(await told(learner, 'lunch_end', { progress_entry_id: NOWHERE })).toEqual([
      404,
      'ENTRY_NOT_FOUND',
    ]);
    expect(await told(learner, 'clock_out')).toEqual([403, 'DOCUMENTS_REQUIRED']);
    for (const action of ['clock_out', 'lunch_start', 'lunch_end'])
      expect(await told(other, action, { site_id: NOWHERE, lat: 0 })).toEqual([400, 'NO_OPEN_SESSION']);
    expect(await told(other, 'clock_in', { partner_id: NOWHERE, site_id: NOWHERE })).toEqual([
      403,
      'PARTNER_NOT_APPROVED',
    ]);
    expect(await told(other, 'clock_in', { site_id: NOWHERE, lat: 0 })).toEqual([404, 'SITE_NOT_FOUND']);
    const elsewhere = await createShop(db(), school.world.tenant.id);
    expect(await told(other, 'clock_in', { site_id: elsewhere.site.id })).toEqual([403, 'SITE_NOT_ALLOWED']);
    const there = { site_id: elsewhere.site.id, partner_id: elsewhere.partnerId };
    expect(await told(other, 'clock_in', there)).toEqual([403, 'SITE_NOT_ALLOWED']);
    const entry = (await press(other, 'clock_in')).body.progress_entry_id;
    expect(await told(other, 'clock_in', { site_id: NOWHERE, lat: 0 })).toEqual([
      400,
      'INVALID_STATE_TRANSITION',
    ]);
    expect(await told(learner, 'clock_out', { progress_entry_id: entry })).toEqual([404, 'ENTRY_NOT_FOUND']);
    expect(await told(other, 'clock_out', { site_id: NOWHERE })).toEqual([404, 'SITE_NOT_FOUND']);
    expect(await told(other, 'clock_out', there)).toEqual([403, 'SITE_NOT_ALLOWED']);
    expect(await told(other, 'clock_out', { lat: 39.7693 })).toEqual([403, 'OUTSIDE_GEOFENCE']);
    expect(await told(other, 'clock_out')).toEqual([200, undefined]);
    await press(other, 'clock_in');
    expect(await told(other, 'clock_out', { progress_entry_id: entry, lat: 0 })).toEqual([
      400,
      'INVALID_STATE_TRANSITION',
    ]);
  });

  it('keeps whoever is not there out, tells staff once, and records each refusal', async () => {
    const learner = await school.learner(ACTIVE);
    for (const lat of [39.7693, 39.77])
      expect((await press(learner, 'clock_in', { lat })).body).toEqual({
        error: 'You are not at the site',
        code: 'OUTSIDE_GEOFENCE',
        distance_m: lat === 39.7693 ? 100 : 178,
        radius_m: 100,
      });
    const of = learner.enrollment.id;
    const denials = (await school.journal('enrollment.denied')).filter(({ subject_id }) => subject_id === of);
    expect(denials.map(({ after }) => after)).toEqual(
      [0, 1].map(() => ({
        action: 'CLOCK_IN',
        code: 'OUTSIDE_GEOFENCE',
        state: 'active_in_good_standing',
        partnerId: school.shop.partnerId,
        shopId: null,
        siteId: school.shop.site.id,
        path: '/api/timeclock/action',
        userId: learner.userId,
      })),
    );
    const alerts = await sql()`select kind, severity from training_alerts
      where tenant_id = ${school.world.tenant.id} and enrollment_id = ${of}`;
    expect([...alerts]).toEqual([{ kind: 'geofence_violation', severity: 'warning' }]);
  });

  it('lets one of two devices in', async () => {
    const learner = await school.learner(ACTIVE);
    const answers = await Promise.all(Array.from({ length: 5 }, () => told(learner, 'clock_in')));
    expect(answers.sort()).toEqual([[200, undefined], ...Array(4).fill([400, 'INVALID_STATE_TRANSITION'])]);
    const outs = await Promise.all(Array.from({ length: 5 }, () => told(learner, 'clock_out')));
    expect(outs.sort()).toEqual([[200, undefined], ...Array(4).fill([400, 'NO_OPEN_SESSION'])]);
  });
});

describe('the gates of the timeclock', () => {
  it('wait for local midnight of the start date', async () => {
    const learner = await school.learner({
      progressState: 'active_enrolled',
      programStartDate: '2026-01-19',
    });
    expect((await press(learner, 'clock_in')).body).toEqual({
      error: 'Training starts on 1/19/2026. 4 days remaining.',
      code: 'START_DATE_NOT_REACHED',
      state: 'active_enrolled',
    });
    setClock('2026-01-19T04:59:59.999Z');
    expect((await press(learner, 'clock_in')).body.error).toMatch('1 day remaining.');
    setClock('2026-01-19T05:00:00Z');
    expect((await press(learner, 'clock_in')).status).toBe(200);
    const none = await school.learner({ progressState: 'active_enrolled' });
    expect(await told(none, 'clock_in')).toEqual([403, 'START_DATE_MISSING']);
  });

  it('give a late payment a week, are lifted for a while, and never hide a later gate', async () => {
    const pastDueSince = new Date('2026-01-07T10:00:00.001Z');
    const learner = await school.learner({ ...ACTIVE, pastDueSince });
    const { body } = await context(learner);
    expect(body.enforcement).toEqual({
      canClockIn: true,
      reason: null,
      message: null,
      state: 'payment_hold',
    });
    setClock('2026-01-15T10:00:00.001Z');
    const late = await press(learner, 'clock_in');
    expect(late).toEqual({
      status: 402,
      body: {
        error: 'Payment is 8 days past due.',
        code: 'PAYMENT_PAST_DUE',
        state: 'payment_hold',
        billing_url: '/apprentice/settings/billing',
      },
    });
    await override(learner, '2026-01-15T10:00:00.001Z');
    await override(learner, '2026-01-20T00:00:00Z', 'PWA_CHECKIN');
    expect((await press(learner, 'clock_in')).status).toBe(402);
    await override(learner, '2026-01-16T10:00:00Z');
    await override(learner, '2026-01-18T10:00:00Z');
    await approve(false);
    expect((await press(learner, 'clock_in')).body).toEqual({
      error: 'This shop is not approved for training.',
      code: 'PARTNER_NOT_APPROVED',
      state: 'payment_hold',
      detail: 'SHOP_NOT_APPROVED',
    });
    await approve(true);
    expect((await context(learner)).body.enforcement.canClockIn).toBe(true);
    expect((await press(learner, 'clock_in')).body).toEqual({
      success: true,
      action: 'clock_in',
      progress_entry_id: expect.any(String),
      clock_in_at: '2026-01-15T10:00:00.001Z',
      override_applied: true,
      override_expires: '2026-01-18T10:00:00.000Z',
    });
    const applied = (await school.journal('override.applied')).filter(
      ({ contact_id }) => contact_id === learner.contactId,
    );
    expect(applied).toHaveLength(1);
    const free = await school.learner(ACTIVE);
    await override(free, '2026-01-18T10:00:00Z');
    expect((await press(free, 'clock_in')).body).not.toHaveProperty('override_applied');
  });

  it('tell every other reason, money with 402', async () => {
    const cases = [
      [{ ...ACTIVE, holdReason: 'refund', holdAt: new Date() }, 402, 'PAYMENT_HOLD'],
      [{ ...ACTIVE, suspendedAt: new Date(), suspensionReason: 'x' }, 403, 'ENROLLMENT_SUSPENDED'],
      [{ ...ACTIVE, apprentice: { status: 'suspended' } }, 403, 'ENROLLMENT_SUSPENDED'],
      [{ ...ACTIVE, progressState: 'completed' }, 403, 'ENROLLMENT_COMPLETED'],
      [{}, 403, 'ORIENTATION_REQUIRED'],
    ] as const;
    for (const [facts, status, code] of cases)
      expect(await told(await school.learner(facts), 'clock_in')).toEqual([status, code]);
    const applicant = await school.learner(ACTIVE);
    const { ctx, http } = await school.member('learner');
    const userId = ctx.actor.kind === 'user' ? ctx.actor.id : '';
    const programId = school.program.id;
    await createApplication(db(), school.world.tenant.id, { userId, programId, email: 'a@apply.test' });
    expect((await press({ ...applicant, http }, 'clock_in')).body).toEqual({
      error: 'Please complete payment first.',
      code: 'PAYMENT_REQUIRED',
      state: 'application_submitted',
      billing_url: '/apprentice/settings/billing',
    });
  });

  it('never keep anybody in: a shift that began can be ended, and is paid', async () => {
    const learner = await school.learner(ACTIVE);
    await press(learner, 'clock_in');
    const { id: tenantId } = school.world.tenant;
    await sql()`update enrollments set suspended_at = now(), suspension_reason = 'x', hold_reason = 'refund',
      hold_at = now() where tenant_id = ${tenantId} and id = ${learner.enrollment.id}`;
    await open(false);
    setClock('2026-01-15T12:00:00Z');
    expect(await told(learner, 'lunch_start')).toEqual([200, undefined]);
    expect(await told(learner, 'lunch_end')).toEqual([200, undefined]);
    const done = await press(learner, 'clock_out');
    expect(done.body).toMatchObject({
      hours_worked: 2,
      warning: 'Shop status changed - contact coordinator',
    });
    await open(true);
    expect(await told(learner, 'clock_in')).toEqual([403, 'ENROLLMENT_SUSPENDED']);
  });
});

describe('hours', () => {
  it('are credited up to 40 a week: five shifts of nine are 9, 9, 9, 9, 4', async () => {
    const learner = await school.learner({ ...ACTIVE, programStartDate: '2026-01-05' });
    for (const day of [5, 6, 7, 8, 9]) {
      setClock(`2026-01-0${day}T14:00:00Z`);
      await press(learner, 'clock_in');
      setClock(`2026-01-0${day}T23:00:00Z`);
      expect((await press(learner, 'clock_out')).body.hours_worked).toBe(9);
    }
    const rows =
      await sql()`select credited_hours::float8 as credited, flags, week_ending::text from progress_entries
      where tenant_id = ${school.world.tenant.id} and apprentice_id = ${learner.enrollment.apprentice?.id ?? ''}
      order by clock_in_at`;
    expect(rows.map(({ credited }) => credited)).toEqual([9, 9, 9, 9, 4]);
    expect(rows.at(-1)).toMatchObject({ flags: ['weekly_cap'], week_ending: '2026-01-10' });
    expect((await context(learner)).body.hoursCompleted).toBe(40);
    const alerts = await sql()`select kind from training_alerts where tenant_id = ${school.world.tenant.id}
      and enrollment_id = ${learner.enrollment.id}`;
    expect(alerts.map(({ kind }) => kind)).toEqual(Array(5).fill('missing_lunch'));
  });

  it('are elapsed time through both changes of the clocks, on the day on which they began', async () => {
    const learner = await school.learner({ ...ACTIVE, programStartDate: '2026-01-05' });
    for (const [from, to, hours, day] of [
      ['2026-03-08T05:30:00Z', '2026-03-08T09:30:00Z', 4, '2026-03-08'],
      ['2026-11-01T03:30:00Z', '2026-11-01T08:30:00Z', 5, '2026-10-31'],
    ] as const) {
      setClock(from);
      const { body } = await press(learner, 'clock_in');
      setClock(to);
      expect((await press(learner, 'clock_out')).body.hours_worked).toBe(hours);
      const [row] = await sql()`select work_date::text from progress_entries
        where tenant_id = ${school.world.tenant.id} and id = ${body.progress_entry_id}`;
      expect(row?.work_date).toBe(day);
    }
  });

  it('end a running lunch with the shift, and tell of a long one', async () => {
    const learner = await school.learner(ACTIVE);
    setClock(START);
    await press(learner, 'clock_in');
    setClock('2026-01-15T16:00:00Z');
    await press(learner, 'lunch_start');
    setClock('2026-01-15T17:00:01Z');
    expect((await press(learner, 'clock_out')).body.hours_worked).toBe(2);
    const alerts = await sql()`select kind from training_alerts where tenant_id = ${school.world.tenant.id}
      and enrollment_id = ${learner.enrollment.id}`;
    expect(alerts.map(({ kind }) => kind)).toEqual(['excessive_lunch']);
  });
});

describe('GET /timeclock/context', () => {
  it('answers exactly the documented keys', async () => {
    const learner = await school.learner({ ...ACTIVE, apprentice: { transferHoursCredited: 100.5 } });
    const { id: siteId, latitude, longitude } = school.shop.site;
    const annex = { shopId: school.shop.id, name: 'Annex', latitude, longitude, radiusM: 75 };
    const [other] = await db()
      .insert(sites)
      .values([
        { ...annex, tenantId: school.world.tenant.id },
        { ...annex, name: 'Closed', isActive: false, tenantId: school.world.tenant.id },
      ])
      .returning();
    const { body: shift } = await press(learner, 'clock_in');
    const { status, body } = await context(learner);
    expect(status).toBe(200);
    expect(body).toEqual({
      apprenticeId: learner.enrollment.apprentice?.id,
      userId: learner.userId,
      userName: 'Dana Reed',
      role: 'apprentice',
      shopId: school.shop.id,
      shopName: 'Main Street Barbers',
      defaultSiteId: siteId,
      allowedSites: [
        { id: siteId, name: 'Main Street Barbers', lat: 39.7684, lng: -86.1581, radius_m: 100 },
        { id: other?.id, name: 'Annex', lat: 39.7684, lng: -86.1581, radius_m: 75 },
      ],
      activeShift: {
        entryId: shift.progress_entry_id,
        clockInAt: '2026-01-15T10:00:00.000Z',
        siteId,
        lunchStartAt: null,
        lunchEndAt: null,
        source: 'timeclock',
      },
      programId: school.program.id,
      partnerId: school.shop.partnerId,
      hoursCompleted: 100.5,
      hoursRequired: 2000,
      enforcement: { canClockIn: true, reason: null, message: null, state: 'active_in_good_standing' },
    });
    const unassigned = await school.learner({ ...ACTIVE, apprentice: { shopId: null } });
    expect((await context(unassigned)).body).toMatchObject({
      shopId: null,
      allowedSites: [],
      defaultSiteId: null,
      enforcement: { canClockIn: false, reason: 'PARTNER_NOT_APPROVED' },
    });
  });

  it('says who has no place yet, who is staff, and who must wait', async () => {
    const roles = [
      ['learner', 'student', 0],
      ['accountant', 'student', 0],
      ['host', 'partner_shop', 0],
      ['program_holder', 'program_holder', 0],
      ['member', 'staff', 3],
      ['owner', 'admin', 3],
    ] as const;
    for (const [role, word, most] of roles) {
      const { body } = await context(await school.member(role));
      expect(body).toMatchObject({
        role: word,
        apprenticeId: null,
        programId: null,
        hoursCompleted: null,
        enforcement: {
          canClockIn: false,
          reason: 'NO_ENROLLMENT',
          message: 'No enrollment found.',
          state: null,
        },
      });
      expect(body.allowedSites.length > 0).toBe(most > 0);
    }
    const later = await context(await school.learner({ ...ACTIVE, apprentice: null }));
    expect([later.status, later.body.code, later.headers.get('retry-after')]).toEqual([
      503,
      'PROVISIONING_INCOMPLETE',
      '30',
    ]);
  });
});
