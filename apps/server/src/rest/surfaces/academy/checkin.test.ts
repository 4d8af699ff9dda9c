import { createShop } from '@officina/db/factories-training';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkInStatus } from '../../../domains/training/checkin/check-in-status.ts';
import { checkOut } from '../../../domains/training/checkin/check-out.ts';
import { rotateShopCode, shopCode } from '../../../domains/training/checkin/shop-code.ts';
import { reviewHours } from '../../../domains/training/hours/review-hours.ts';
import { replayClock } from '../../../domains/training/timeclock/replay-clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { ACTIVE, type Academy, academy, type Learner } from '../../../testing/academy.ts';
import { anotherServer, httpClient } from '../../../testing/harness.ts';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

let school: Academy;
let host: Ctx;
let code: string;
const setClock = (iso: string) => school.world.server.clock.set(iso);
const sql = () => school.world.server.services.client.sql;
const db = () => school.world.server.services.client.db;

beforeAll(async () => {
  school = await academy();
  const member = await school.member('host');
  host = member.ctx;
  const userId = host.actor.kind === 'user' ? host.actor.id : '';
  await sql()`update shops set owner_user_id = ${userId}
    where tenant_id = ${school.world.tenant.id} and id = ${school.shop.id}`;
  code = (await rotateShopCode(host, {})).code ?? '';
});
afterEach(() => setClock('2026-01-15T10:00:00Z'));

const enter = ({ http }: Pick<Learner, 'http'>, typed: unknown) =>
  http.call('POST', '/api/checkin', { code: typed });
const told = async (learner: Pick<Learner, 'http'>, typed: unknown) => {
  const { status, body } = await enter(learner, typed);
  return [status, body.code];
};

describe('POST /checkin', () => {
  it('begins a session with the code on the wall, in whatever case', async () => {
    const learner = await school.learner({ ...ACTIVE, progressState: 'active_enrolled' });
    const { status, body } = await enter(learner, ` ${code.toLowerCase()}\n`);
    expect([status, body]).toEqual([
      200,
      {
        success: true,
        sessionId: expect.any(String),
        shopName: 'Main Street Barbers',
        checkInTime: '2026-01-15T10:00:00.000Z',
      },
    ]);
    expect((await enter(learner, code)).body).toEqual({
      error: 'Already checked in. Please check out first.',
      code: 'INVALID_STATE_TRANSITION',
    });
    expect(await checkInStatus(learner.ctx, {})).toEqual({
      activeSession: {
        sessionId: body.sessionId,
        shopName: 'Main Street Barbers',
        checkInTime: '2026-01-15T10:00:00.000Z',
        source: 'checkin',
        timeZone: 'America/Indiana/Indianapolis',
      },
    });
    setClock('2026-01-15T12:30:59Z');
    expect(await checkOut(learner.ctx, {})).toEqual({
      checkoutTime: '2026-01-15T12:30:59.000Z',
      durationMinutes: 150,
      hoursWorked: 2.52,
    });
    await expect(checkOut(learner.ctx, {})).rejects.toMatchObject({ code: 'NO_OPEN_SESSION' });
    const [row] = await sql()`select enrollment_state from enrollments
      where tenant_id = ${school.world.tenant.id} and id = ${learner.enrollment.id}`;
    expect(row?.enrollment_state).toBe('active_in_good_standing');
  });

  it('checks in the documented order', async () => {
    const pending = await school.learner();
    for (const typed of [undefined, null, 5, '', '  ', 'x'.repeat(65)])
      expect(await told(pending, typed)).toEqual([400, 'CODE_REQUIRED']);
    expect(await told(pending, 'x')).toEqual([403, 'ORIENTATION_REQUIRED']);
    const late = await school.learner({ ...ACTIVE, pastDueSince: new Date('2026-01-01T00:00:00Z') });
    const { status, body } = await enter(late, 'x');
    expect([status, body]).toEqual([
      403,
      { error: 'Payment is 14 days past due.', code: 'PAYMENT_PAST_DUE', state: 'payment_hold' },
    ]);
    const imported = await school.learner({ ...ACTIVE, apprentice: null });
    expect(await told(imported, 'x')).toEqual([503, 'PROVISIONING_INCOMPLETE']);
    const learner = await school.learner(ACTIVE);
    expect((await enter(learner, 'ABC123')).body).toEqual({
      error: 'Invalid or expired check-in code',
      code: 'CODE_EXPIRED',
    });
    const other = await createShop(db(), school.world.tenant.id);
    const { code: others } = await rotateShopCode(school.world.ctx, { shopId: other.id });
    expect(await told(learner, others)).toEqual([403, 'WRONG_SHOP']);
    await sql()`update partners set status = 'inactive'
      where tenant_id = ${school.world.tenant.id} and id = ${school.shop.partnerId}`;
    expect(await told(learner, code)).toEqual([403, 'PARTNER_NOT_APPROVED']);
    await sql()`update partners set status = 'active'
      where tenant_id = ${school.world.tenant.id} and id = ${school.shop.partnerId}`;
    const visitor = await httpClient(school.world, 'visitor');
    expect((await enter({ http: visitor }, code)).status).toBe(401);
    const denials = (await school.journal('enrollment.denied')).map(({ after }) => after?.code);
    expect(denials).toEqual(['ORIENTATION_REQUIRED', 'PAYMENT_PAST_DUE', 'PARTNER_NOT_APPROVED']);
  });

  it('lets one in of two devices, and of the code and the timeclock', async () => {
    const learner = await school.learner(ACTIVE);
    const both = await Promise.all([told(learner, code), told(learner, code), told(learner, code)]);
    expect(both.sort()).toEqual([[200, undefined], ...Array(2).fill([400, 'INVALID_STATE_TRANSITION'])]);
    const second = await school.learner(ACTIVE);
    const press = second.http.call('POST', '/api/timeclock/action', {
      action: 'clock_in',
      apprentice_id: second.enrollment.apprentice?.id,
      partner_id: school.shop.partnerId,
      program_id: school.program.id,
      site_id: school.shop.site.id,
      lat: 39.7684,
      lng: -86.1581,
      accuracy_m: 5,
    });
    const answers = await Promise.all([press, enter(second, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('is not guessed: ten bad codes in ten minutes', async () => {
    const limited = await anotherServer({ RATE_LIMIT: 'on' });
    const learner = await school.learner(ACTIVE);
    const http = await httpClient({ ...school.world, server: limited }, learner.ctx);
    for (let i = 0; i < 10; i++) expect(await told({ http }, 'BAD999')).toEqual([400, 'CODE_EXPIRED']);
    expect((await told({ http }, code))[0]).toBe(429);
    setClock('2026-01-15T10:10:00Z');
    expect((await told({ http }, code))[0]).toBe(200);
  });
});

describe('a shop’s code', () => {
  it('ends with its successor and with its time', async () => {
    const learner = await school.learner(ACTIVE);
    const before = await shopCode(host, {});
    expect(before).toMatchObject({
      code,
      shopId: school.shop.id,
      shopName: 'Main Street Barbers',
      timeZone: 'America/Indiana/Indianapolis',
    });
    expect(before.todayCheckIns.length).toBeGreaterThan(0);
    const answers = await Promise.all(Array.from({ length: 4 }, () => rotateShopCode(host, {})));
    expect(new Set(answers.map((one) => one.code)).size).toBe(4);
    expect(await told(learner, code)).toEqual([400, 'CODE_EXPIRED']);
    const current = await shopCode(host, {});
    expect(current.expiresAt).toBe('2026-01-16T10:00:00.000Z');
    expect(current.code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
    code = current.code ?? '';
    setClock('2026-01-16T10:00:00Z');
    expect(await told(learner, code)).toEqual([400, 'CODE_EXPIRED']);
    expect((await shopCode(host, {})).todayCheckIns).toEqual([]);
    setClock('2026-01-16T09:59:59.999Z');
    expect((await told(learner, code))[0]).toBe(200);
  });

  it('is the host’s own and staff’s; an unapproved shop has none', async () => {
    const other = await createShop(db(), school.world.tenant.id, { isApproved: false });
    for (const operation of [shopCode, rotateShopCode]) {
      await expect(operation(host, { shopId: other.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(operation(school.world.ctx, { shopId: other.id })).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      const learner = await school.learner(ACTIVE);
      await expect(operation(learner.ctx, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const { ctx } = await school.member('host');
    await expect(shopCode(ctx, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('hours that a shop reviews', () => {
  it('count unless they are disputed, and count again once they are verified', async () => {
    const learner = await school.learner(ACTIVE);
    await enter(learner, code);
    const { activeSession } = await checkInStatus(learner.ctx, {});
    const entryIds = [activeSession?.sessionId ?? ''];
    await expect(reviewHours(host, { entryIds, decision: 'verified' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    setClock('2026-01-15T14:00:00Z');
    await checkOut(learner.ctx, {});
    const total = async () =>
      (
        await sql()`select total_hours::float8 as total from apprentices
        where tenant_id = ${school.world.tenant.id} and enrollment_id = ${learner.enrollment.id}`
      )[0]?.total;
    expect(await total()).toBe(4);
    await expect(reviewHours(host, { entryIds, decision: 'disputed' })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'note', message: 'Required' }],
    });
    await reviewHours(host, { entryIds, decision: 'disputed', note: 'left early' });
    expect(await total()).toBe(0);
    await reviewHours(host, { entryIds, decision: 'verified' });
    expect(await total()).toBe(4);
    const { ctx: stranger } = await school.member('host');
    await expect(reviewHours(stranger, { entryIds, decision: 'verified' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      reviewHours(host, { entryIds: [...entryIds, NOWHERE], decision: 'verified' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the app’s queue', () => {
  const input = (learner: Learner, action: string, more: object = {}) => ({
    action,
    apprenticeId: learner.enrollment.apprentice?.id,
    partnerId: school.shop.partnerId,
    programId: school.program.id,
    siteId: school.shop.site.id,
    lat: 39.7684,
    lng: -86.1581,
    accuracyM: 8,
    ...more,
  });

  it('is judged by the moment at which it happened, once, and flagged', async () => {
    const learner = await school.learner(ACTIVE);
    const start = input(learner, 'clock_in', { occurredAt: '2026-01-15T01:00:00Z', clientEventId: 'a' });
    const first = await replayClock(learner.ctx, start);
    expect(first.clockInAt).toBe('2026-01-15T01:00:00.000Z');
    expect(await Promise.all([replayClock(learner.ctx, start), replayClock(learner.ctx, start)])).toEqual([
      first,
      first,
    ]);
    const early = input(learner, 'clock_out', { occurredAt: '2026-01-15T00:59:59Z' });
    await expect(replayClock(learner.ctx, early)).rejects.toMatchObject({ code: 'CONFLICT' });
    const end = input(learner, 'clock_out', { occurredAt: '2026-01-15T05:00:00Z', clientEventId: 'b' });
    const done = await replayClock(learner.ctx, end);
    expect(done).toMatchObject({ hoursWorked: 4, clockOutAt: '2026-01-15T05:00:00.000Z' });
    expect(await replayClock(learner.ctx, end)).toEqual(done);
    expect(await replayClock(learner.ctx, start)).toEqual(first);
    const overlap = input(learner, 'clock_in', { occurredAt: '2026-01-15T04:00:00Z' });
    await expect(replayClock(learner.ctx, overlap)).rejects.toMatchObject({ code: 'CONFLICT' });
    const rows = await sql()`select flags from progress_entries where tenant_id = ${school.world.tenant.id}
      and apprentice_id = ${learner.enrollment.apprentice?.id ?? ''}`;
    expect([...rows]).toEqual([{ flags: ['offline'] }]);
  });

  it('takes nothing older than twelve hours and nothing of the future', async () => {
    const learner = await school.learner({ ...ACTIVE, programStartDate: '2026-01-15' });
    const at = (occurredAt: string) => replayClock(learner.ctx, input(learner, 'clock_in', { occurredAt }));
    await expect(at('2026-01-14T21:59:59Z')).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(at('2026-01-15T10:01:01Z')).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    await expect(at('2026-01-15T04:59:00Z')).rejects.toMatchObject({ code: 'START_DATE_NOT_REACHED' });
    expect((await at('2026-01-15T10:00:59Z')).clockInAt).toBe('2026-01-15T10:00:00.000Z');
  });
});
