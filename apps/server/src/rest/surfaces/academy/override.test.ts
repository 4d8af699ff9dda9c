import { beforeAll, describe, expect, it } from 'vitest';
import { ACTIVE, type Academy, academy, type Learner } from '../../../testing/academy.ts';
import { type HttpClient, httpClient } from '../../../testing/harness.ts';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

let school: Academy;
let learner: Learner;
let staff: HttpClient;
beforeAll(async () => {
  school = await academy();
  learner = await school.learner({ ...ACTIVE, pastDueSince: new Date('2026-01-01T00:00:00Z') });
  staff = (await school.member('member')).http;
});

const body = (more: object = {}) => ({
  user_id: learner.userId,
  action: 'CLOCK_IN',
  expires_at: '2026-01-16T12:00:00+02:00',
  reason: ' agreed by phone ',
  ...more,
});
const ask = (more: object = {}, http = staff) =>
  http.call('POST', '/api/admin/enrollment-override', body(more));
const told = async (more: object) => {
  const { status, body: answer } = await ask(more);
  return [status, answer.code];
};

describe('POST /admin/enrollment-override', () => {
  it('answers the override and its end, and writes who gave it and why', async () => {
    const { status, body: answer } = await ask();
    expect([status, answer]).toEqual([
      200,
      { success: true, override_id: expect.any(String), expires_at: '2026-01-16T10:00:00.000Z' },
    ]);
    const [entry] = await school.journal('override.created');
    expect(entry).toMatchObject({
      subject_id: answer.override_id,
      contact_id: learner.contactId,
      reason: 'agreed by phone',
      after: { userId: learner.userId, action: 'CLOCK_IN', expiresAt: '2026-01-16T10:00:00.000Z' },
    });
  });

  it('is for staff, who are told before the body is looked at', async () => {
    const visitor = await httpClient(school.world, 'visitor');
    expect((await ask({}, visitor)).status).toBe(401);
    for (const role of ['host', 'accountant', 'program_holder'] as const) {
      const { http } = await school.member(role);
      const refused = await ask({ action: null }, http);
      expect([refused.status, refused.body]).toEqual([
        403,
        { error: 'Admin access required', code: 'FORBIDDEN' },
      ]);
    }
    expect((await ask({}, learner.http)).status).toBe(403);
  });

  it('refuses in the documented order', async () => {
    for (const more of [{ user_id: null }, { action: undefined }, { expires_at: '' }, { reason: '  ' }]) {
      const { status, body: answer } = await ask(more);
      expect([status, answer]).toEqual([
        400,
        {
          error: 'Missing required fields',
          code: 'MISSING_FIELDS',
          required: ['user_id', 'action', 'expires_at', 'reason'],
        },
      ]);
    }
    expect(await told({ reason: 'x'.repeat(1001) })).toEqual([400, 'VALIDATION_ERROR']);
    expect(await told({ user_id: 'x' })).toEqual([400, 'VALIDATION_ERROR']);
    for (const action of ['COMPLETE_ORIENTATION', 'SUBMIT_DOCUMENTS', 'clock_in', 7])
      expect((await ask({ action, expires_at: 'x' })).body).toEqual({
        error: 'Unknown action',
        code: 'INVALID_ACTION',
        overridable_actions: ['CLOCK_IN', 'CLOCK_OUT', 'PWA_CHECKIN', 'LOG_HOURS', 'ACCESS_COURSES'],
      });
    for (const override_reason_code of [
      'START_DATE_NOT_REACHED',
      'PARTNER_NOT_APPROVED',
      'SHOP_NOT_APPROVED',
      'ORIENTATION_REQUIRED',
      'DOCUMENTS_REQUIRED',
    ])
      expect(await told({ override_reason_code, expires_at: 'x' })).toEqual([400, 'REASON_NOT_OVERRIDABLE']);
    for (const expires_at of ['x', '2026-01-16', '2026-01-16T10:00:00', '2026-01-15T10:00:00Z', 5])
      expect(await told({ expires_at })).toEqual([400, 'INVALID_EXPIRY']);
    expect((await ask({ expires_at: '2026-02-14T10:00:00.001Z' })).body).toEqual({
      error: 'An override lasts 30 days at most',
      code: 'DURATION_TOO_LONG',
      max_expiry: '2026-02-14T10:00:00.000Z',
    });
    // A code that is none is a remark of the caller's.
    for (const override_reason_code of [{ toString: 'x' }, ['DOCUMENTS_REQUIRED'], 7])
      expect(await told({ override_reason_code, expires_at: 'x' })).toEqual([400, 'INVALID_EXPIRY']);
    const payment = { expires_at: '2026-02-14T10:00:00Z', override_reason_code: 'PAYMENT_PAST_DUE' };
    expect((await ask(payment)).status).toBe(200);
    expect(await told({ user_id: NOWHERE })).toEqual([404, 'USER_NOT_FOUND']);
    expect(await told({ user_id: school.world.user.id })).toEqual([404, 'USER_NOT_FOUND']);
    const foreign = await (await academy()).learner(ACTIVE);
    expect(await told({ user_id: foreign.userId })).toEqual([404, 'USER_NOT_FOUND']);
  });
});
