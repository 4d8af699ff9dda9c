import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLD_REASONS, LEARNER_STATES, type LearnerState } from './training.ts';
import {
  cellOf,
  daysPast,
  denialsOf,
  ENFORCED_ACTIONS,
  type EnforcedAction,
  GATES,
  type GateFacts,
  verdictOf,
} from './training-enforcement.ts';
import { REASONS, type ReasonCode, reasonText } from './training-reasons.ts';

/** The specification's table as it is printed there, states spelled out. */
const PRINTED = `
VIEW_APPLICATION     –  –  –  –  –  –  –  –  –  –  –
VIEW_BILLING         NE PR PP –  –  –  –  –  –  –  –
UPDATE_PAYMENT       NE PR –  OR DR DR –  –  –  SU CO
COMPLETE_ORIENTATION NE PR PP –  DR DR NA NA PH SU CO
UPLOAD_DOCUMENT      NE PR PP OR –  –  –  –  PH SU CO
SUBMIT_DOCUMENTS     NE PR PP OR –  –  NA NA PH SU CO
VIEW_DASHBOARD       NE PR PP OR DR DR –  –  –  SU –
VIEW_PROGRESS        NE PR PP OR –  –  –  –  –  –  –
ACCESS_COURSES       NE PR PP OR DR DR –  –  PH SU CO
ACCESS_STATE_BOARD   NE PR PP OR DR DR –  –  PH SU –
CLOCK_IN             NE PR PP OR DR DR §  §  §  §  §
PWA_CHECKIN          NE PR PP OR DR DR §  §  §  §  §
LOG_HOURS            NE PR PP OR DR DR §  §  §  §  §
CLOCK_OUT            NE PR PP OR DR DR o  o  o  o  o
PWA_CHECKOUT         NE PR PP OR DR DR o  o  o  o  o
START_LUNCH          NE PR PP OR DR DR o  o  o  o  o
END_LUNCH            NE PR PP OR DR DR o  o  o  o  o
DOWNLOAD_TRANSCRIPT  NE PR PP OR DR DR NA NA PH SU –
ACCESS_ALUMNI        NE PR PP OR DR DR NA NA PH SU –`;

const WORDS: Record<string, string> = {
  '–': 'allow',
  '§': 'gates',
  o: 'openSession',
  NE: 'NO_ENROLLMENT',
  PR: 'PAYMENT_REQUIRED',
  PP: 'PAYMENT_PENDING',
  OR: 'ORIENTATION_REQUIRED',
  DR: 'DOCUMENTS_REQUIRED',
  NA: 'ACTION_NOT_ALLOWED',
  PH: 'PAYMENT_HOLD',
  SU: 'ENROLLMENT_SUSPENDED',
  CO: 'ENROLLMENT_COMPLETED',
};

const STATES: (LearnerState | null)[] = [null, ...LEARNER_STATES];

const FREE: GateFacts = {
  state: 'active_in_good_standing',
  apprenticeSuspended: false,
  hasTimeclock: true,
  programStartDate: '2026-01-12',
  today: '2026-01-15',
  holdReason: null,
  daysPastDue: null,
  shop: { partnerActive: true, approved: true },
};

const codesOf = (facts: Partial<GateFacts>, action: EnforcedAction = 'CLOCK_IN') =>
  denialsOf(action, { ...FREE, ...facts }).map(({ code }) => code);

describe('the matrix', () => {
  const rows = PRINTED.trim()
    .split('\n')
    .map((line) => line.split(/\s+/) as [EnforcedAction, ...string[]]);

  it('is the printed one, cell by cell', () => {
    expect(rows.map(([action]) => action)).toEqual(ENFORCED_ACTIONS);
    for (const [action, ...cells] of rows)
      expect([action, ...STATES.map((state) => cellOf(action, state))]).toEqual([
        action,
        ...cells.map((cell) => WORDS[cell]),
      ]);
  });

  it('lets nobody work before activation, whatever else is true and whatever is lifted', () => {
    for (const action of ['CLOCK_IN', 'PWA_CHECKIN', 'LOG_HOURS'] as const)
      for (const state of STATES.slice(0, 6))
        expect(verdictOf(denialsOf(action, { ...FREE, state }), true).denial).not.toBeNull();
  });
});

describe('the gates', () => {
  it('stand open for a learner in good standing', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ state: 'payment_hold', daysPastDue: 7 })).toEqual([]);
    expect(codesOf({ today: '2026-01-12' })).toEqual([]);
    expect(codesOf({ shop: undefined })).toEqual([]);
  });

  it('are told all, in their order', () => {
    expect(
      codesOf({
        state: 'completed',
        apprenticeSuspended: true,
        hasTimeclock: false,
        programStartDate: null,
        holdReason: 'refund',
        daysPastDue: 8,
        shop: null,
      }),
    ).toEqual([
      'ENROLLMENT_COMPLETED',
      'ENROLLMENT_SUSPENDED',
      'ACTION_NOT_ALLOWED',
      'START_DATE_MISSING',
      'PAYMENT_HOLD',
      'PAYMENT_PAST_DUE',
      'PARTNER_NOT_APPROVED',
    ]);
  });

  it('say how long until the start, how late a payment is, and whether only the shop is at fault', () => {
    expect(denialsOf('CLOCK_IN', { ...FREE, today: '2026-01-09' })).toEqual([
      { code: 'START_DATE_NOT_REACHED', date: '2026-01-12', days: 3 },
    ]);
    expect(denialsOf('CLOCK_IN', { ...FREE, daysPastDue: 8 })).toEqual([
      { code: 'PAYMENT_PAST_DUE', days: 8 },
    ]);
    const shop = { partnerActive: true, approved: false };
    expect(denialsOf('CLOCK_IN', { ...FREE, shop })).toEqual([
      { code: 'PARTNER_NOT_APPROVED', detail: 'SHOP_NOT_APPROVED' },
    ]);
    expect(denialsOf('CLOCK_IN', { ...FREE, shop: { ...shop, partnerActive: false } })).toEqual([
      { code: 'PARTNER_NOT_APPROVED' },
    ]);
  });

  it('count elapsed days: seven days and 23 hours are seven', () => {
    const since = Date.parse('2026-01-01T10:00:00Z');
    expect(daysPast(since, Date.parse('2026-01-09T09:59:59.999Z'))).toBe(7);
    expect(daysPast(since, Date.parse('2026-01-09T10:00:00Z'))).toBe(8);
  });

  it('open under an override only where payment alone closed them', () => {
    const facts: fc.Arbitrary<GateFacts> = fc.record({
      state: fc.constantFrom(...STATES),
      apprenticeSuspended: fc.boolean(),
      hasTimeclock: fc.boolean(),
      programStartDate: fc.constantFrom(null, '2026-01-12', '2026-01-19'),
      today: fc.constant('2026-01-15'),
      holdReason: fc.constantFrom(null, ...HOLD_REASONS),
      daysPastDue: fc.constantFrom(null, 0, 7, 8),
      shop: fc.constantFrom(
        undefined,
        null,
        { partnerActive: true, approved: true },
        { partnerActive: false, approved: true },
        { partnerActive: true, approved: false },
      ),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(...ENFORCED_ACTIONS), (one, action) => {
        const denials = denialsOf(action, one);
        const plain = verdictOf(denials, false);
        const lifted = verdictOf(denials, true);
        expect(plain).toEqual({ denial: denials[0] ?? null, overridden: false });
        const others = denials.filter(({ code }) => !['PAYMENT_HOLD', 'PAYMENT_PAST_DUE'].includes(code));
        expect(lifted.denial).toEqual(others[0] ?? null);
        expect(lifted.overridden).toBe(denials.length > 0 && others.length === 0);
        const sure = denials.length === 0 && GATES.every(({ denial }) => denial(one) === null);
        if (sure && cellOf(action, one.state) === 'gates') expect(plain.denial).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe('the reasons', () => {
  it('have a text in both languages, and only payment can be lifted', () => {
    const lifted = Object.entries(REASONS).filter(([, { overridable }]) => overridable);
    expect(lifted.map(([code]) => code)).toEqual(['PAYMENT_HOLD', 'PAYMENT_PAST_DUE']);
    const clock = Object.entries(REASONS).filter(([, { clock }]) => clock === 402);
    expect(clock.map(([code]) => code)).toEqual([
      'PAYMENT_REQUIRED',
      'PAYMENT_PENDING',
      'PAYMENT_HOLD',
      'PAYMENT_PAST_DUE',
    ]);
    for (const code of Object.keys(REASONS) as ReasonCode[])
      for (const language of ['en', 'fr'] as const)
        expect(reasonText({ code, date: '2026-02-10', days: 2 }, language)).toMatch(/^\p{Lu}[^{}]+\.$/u);
  });

  it('fill in days and dates', () => {
    const start = { code: 'START_DATE_NOT_REACHED', date: '2025-02-10', days: 3 } as const;
    expect(reasonText(start)).toBe('Training starts on 2/10/2025. 3 days remaining.');
    expect(reasonText({ ...start, days: 1 }, 'fr')).toBe(
      'La formation commence le 10/02/2025. Encore 1 jour.',
    );
    expect(reasonText({ code: 'PAYMENT_PAST_DUE', days: 10 })).toBe('Payment is 10 days past due.');
  });
});
