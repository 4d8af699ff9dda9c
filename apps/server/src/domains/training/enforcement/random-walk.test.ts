import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { type Academy, academy, type Learner } from '../../../testing/academy.ts';
import { PDF } from '../../../testing/files.ts';
import type { HttpAnswer } from '../../../testing/harness.ts';
import { checkOut } from '../checkin/check-out.ts';
import { rotateShopCode } from '../checkin/shop-code.ts';
import { createOverride } from '../overrides/create-override.ts';
import { setShopApproval } from '../shops/set-approval.ts';
import { reinstate, releaseHold, setHold, suspend } from '../staff/change-standing.ts';

/** What can be tried, in any order and as often as one likes. */
const MOVES = [
  'orient',
  'upload',
  'submit',
  'clockIn',
  'clockOut',
  'lunchStart',
  'lunchEnd',
  'checkIn',
  'checkOut',
  'suspend',
  'reinstate',
  'hold',
  'release',
  'override',
  'disapprove',
  'approve',
  'nextDay',
  'nextWeek',
] as const;
type Move = (typeof MOVES)[number];

/** The state machine told anew, as plainly as it can be: which moves succeed, and what then holds. */
class Model {
  progress: 'new' | 'oriented' | 'active' = 'new';
  hasId = false;
  day = 15;
  startDay = Number.POSITIVE_INFINITY;
  held = false;
  suspended = false;
  approved = true;
  overrideUntil = -1;
  shift: null | 'timeclock' | 'checkin' = null;
  lunch: 'none' | 'running' | 'over' = 'none';

  /** January 2026: the 19th is a Monday. */
  get nextMonday(): number {
    return this.day + (7 - ((this.day - 12) % 7));
  }

  get mayStart(): boolean {
    return (
      this.progress === 'active' &&
      !this.suspended &&
      this.approved &&
      this.day >= this.startDay &&
      !this.shift
    );
  }

  start(source: 'timeclock' | 'checkin', lifted: boolean): boolean {
    if (!this.mayStart || (this.held && !lifted)) return false;
    this.shift = source;
    this.lunch = 'none';
    return true;
  }

  /** A switch that stands already is not turned again. */
  set(name: 'held' | 'suspended', value: boolean): boolean {
    const changes = this[name] !== value;
    this[name] = value;
    return changes;
  }

  end(): boolean {
    if (!this.shift) return false;
    this.shift = null;
    return true;
  }

  /** Whether the move succeeds; what it changes is changed. */
  move(move: Move): boolean {
    const free = !this.held && !this.suspended;
    switch (move) {
      case 'orient':
        if (this.progress !== 'new' || !free) return false;
        this.progress = 'oriented';
        return true;
      case 'upload':
        if (this.progress === 'new' || !free) return false;
        this.hasId = true;
        return true;
      case 'submit':
        if (this.progress !== 'oriented' || !free || !this.hasId) return false;
        this.progress = 'active';
        this.startDay = this.nextMonday;
        return true;
      case 'clockIn':
        return this.start('timeclock', this.overrideUntil > this.day);
      case 'checkIn':
        return this.start('checkin', false);
      case 'clockOut':
        return this.end();
      case 'checkOut':
        return this.shift === 'checkin' && this.end();
      case 'lunchStart':
        if (!this.shift || this.lunch !== 'none') return false;
        this.lunch = 'running';
        return true;
      case 'lunchEnd':
        if (!this.shift || this.lunch !== 'running') return false;
        this.lunch = 'over';
        return true;
      case 'suspend':
        return this.set('suspended', true);
      case 'reinstate':
        return this.set('suspended', false);
      case 'hold':
        return this.set('held', true);
      case 'release':
        return this.set('held', false);
      case 'override':
        this.overrideUntil = Math.max(this.overrideUntil, this.day + 3);
        return true;
      case 'disapprove':
        this.approved = false;
        return true;
      case 'approve':
        this.approved = true;
        return true;
      case 'nextDay':
        this.day += 1;
        return true;
      case 'nextWeek':
        this.day += 7;
        return true;
    }
  }
}

let school: Academy;
let staff: Ctx;
let code = '';
beforeAll(async () => {
  school = await academy();
  staff = (await school.member('manager')).ctx;
});

const momentOf = (day: number) =>
  Temporal.Instant.from('2026-01-01T15:00:00Z').add({ hours: 24 * (day - 1) });
const worked = (call: Promise<unknown>) =>
  call.then(
    () => true,
    () => false,
  );
const answered = async (call: Promise<HttpAnswer>) => {
  const { status } = await call;
  // Nothing that a learner can send fails for a reason of ours.
  expect(status).toBeLessThan(500);
  return status === 200;
};

/** The same move at the doors of the system. */
async function tryMove(learner: Learner, move: Move, day: number): Promise<boolean> {
  const { http, ctx, enrollment } = learner;
  const enrollmentId = enrollment.id;
  const by = { enrollmentId, reason: 'x' };
  const press = (action: string) =>
    answered(
      http.call('POST', '/api/timeclock/action', {
        action,
        apprentice_id: enrollment.apprentice?.id,
        partner_id: school.shop.partnerId,
        program_id: school.program.id,
        site_id: school.shop.site.id,
        lat: 39.7684,
        lng: -86.1581,
        accuracy_m: 9,
      }),
    );
  const approve = (approved: boolean) =>
    worked(setShopApproval(staff, { shopId: school.shop.id, approved, reason: 'x' }));
  switch (move) {
    case 'orient':
      return answered(http.call('POST', '/api/enrollment/complete-orientation', {}));
    case 'upload': {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(PDF)]), 'id.pdf');
      form.append('documentType', 'government_id');
      form.append('enrollmentId', enrollmentId);
      return answered(http.call('POST', '/api/enrollment/upload-document', form));
    }
    case 'submit':
      return answered(http.call('POST', '/api/enrollment/submit-documents', {}));
    case 'clockIn':
      return press('clock_in');
    case 'clockOut':
      return press('clock_out');
    case 'lunchStart':
      return press('lunch_start');
    case 'lunchEnd':
      return press('lunch_end');
    case 'checkIn':
      return answered(http.call('POST', '/api/checkin', { code }));
    case 'checkOut':
      return worked(checkOut(ctx, {}));
    case 'suspend':
      return worked(suspend(staff, by));
    case 'reinstate':
      return worked(reinstate(staff, by));
    case 'hold':
      return worked(setHold(staff, by));
    case 'release':
      return worked(releaseHold(staff, by));
    case 'override': {
      const expiresAt = momentOf(day + 3).toString();
      return worked(
        createOverride(staff, { userId: learner.userId, action: 'CLOCK_IN', expiresAt, reason: 'x' }),
      );
    }
    case 'disapprove':
      return approve(false);
    case 'approve':
      return approve(true);
    default:
      return true;
  }
}

describe('any order of calls', () => {
  it('passes exactly the gates that the model lets pass', async () => {
    const { clock } = school.world.server;
    const early = fc.constantFrom<Move>('orient', 'upload', 'submit', 'nextWeek');
    const walk = fc.tuple(
      fc.array(fc.oneof({ weight: 3, arbitrary: early }, fc.constantFrom(...MOVES)), { maxLength: 8 }),
      fc.array(fc.constantFrom(...MOVES), { maxLength: 22 }),
    );
    await fc.assert(
      fc.asyncProperty(walk, async ([first, then]) => {
        const model = new Model();
        clock.set(momentOf(model.day).toString());
        const learner = await school.learner();
        await setShopApproval(staff, { shopId: school.shop.id, approved: true, reason: 'x' });
        code = (await rotateShopCode(staff, { shopId: school.shop.id })).code ?? '';
        const trail: string[] = [];
        for (const move of [...first, ...then]) {
          const was = model.approved;
          const expected = model.move(move);
          if (move === 'nextDay' || move === 'nextWeek') {
            clock.set(momentOf(model.day).toString());
            if (was) code = (await rotateShopCode(staff, { shopId: school.shop.id })).code ?? '';
          }
          trail.push(`${move} ${expected}`);
          expect(await tryMove(learner, move, model.day), trail.join(' · ')).toBe(expected);
        }
      }),
      { numRuns: 25 },
    );
    clock.set('2026-01-15T10:00:00Z');
  });
});
