import { hoursOf, weekEndingOf } from '@officina/contracts/training-hours';
import { progressEntries } from '@officina/db/schema/training-hours';
import { userIdOf } from '../../kernel/actor.ts';
import { dayOf, momentAt } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { inTransaction } from '../../kernel/operation.ts';
import { checkIn } from '../training/checkin/check-in.ts';
import { checkOut } from '../training/checkin/check-out.ts';
import { rotateShopCode } from '../training/checkin/shop-code.ts';
import { readStanding } from '../training/enforcement/standing.ts';
import { changeEnrollment } from '../training/enrollments/change-enrollment.ts';
import { workedIn } from '../training/hours/entry-row.ts';
import { recomputeWeeks } from '../training/hours/recompute-week.ts';
import { reviewHours } from '../training/hours/review-hours.ts';
import { shopHours } from '../training/hours/shop-hours.ts';
import { readTimeclock } from '../training/timeclock/read-context.ts';
import { type Places, ZONE } from './academy-places.ts';
import { type OfficinaFirm, person } from './officina-firm.ts';
import type { Teller } from './story.ts';

interface Worker {
  email: string;
  shop: string;
  /** Days before today of the first and the last shift. */
  from: number;
  to: number;
  begins: string;
  ends: string;
  /** Every so many shifts begin with the code on the wall instead of the timeclock. */
  byCode: number;
}

const MAIN = 'Main Street Barbers';
const UPTOWN = 'Uptown Cuts';

// biome-ignore format: a table is read by its rows
const WORKERS: readonly Worker[] = [
  { email: 'maya.torres@learners.test', shop: MAIN, from: 14, to: 1, begins: '08:58', ends: '18:06', byCode: 4 },
  { email: 'devon.price@learners.test', shop: MAIN, from: 13, to: 1, begins: '10:02', ends: '16:31', byCode: 3 },
  { email: 'lena.hart@learners.test', shop: UPTOWN, from: 14, to: 1, begins: '09:01', ends: '18:32', byCode: 5 },
  { email: 'omar.said@learners.test', shop: UPTOWN, from: 14, to: 1, begins: '09:29', ends: '17:48', byCode: 3 },
  { email: 'learner.refunded@demo.test', shop: MAIN, from: 14, to: 6, begins: '09:04', ends: '15:12', byCode: 99 },
  { email: 'learner.suspended@demo.test', shop: MAIN, from: 14, to: 9, begins: '09:10', ends: '14:20', byCode: 99 },
];

/** Shifts older than so many days are judged; the younger ones wait. */
const JUDGED_TO = 5;

interface Shift {
  days: number;
  byCode: boolean;
}

/** The rows of a learner's shifts at their shop, written at once: told one by one they would take a minute. */
async function writeShifts(firm: OfficinaFirm, ctx: Ctx, worker: Worker, shifts: readonly Shift[]) {
  const { apprenticeId, partnerId, programId, shopId, allowedSites } = await readTimeclock(ctx, {});
  const [site] = allowedSites;
  if (!apprenticeId || !partnerId || !programId || !shopId || !site)
    throw new Error('a learner without a shop');
  const here = { lat: site.lat, lng: site.lng, accuracyM: 14 };
  const rows = shifts.map(({ days, byCode }): typeof progressEntries.$inferInsert => {
    const workDate = dayBefore(firm, days);
    const at = (time: string) => momentAt(workDate, time, ZONE);
    const lunch = !byCode && worker.ends > '16:00';
    const times = {
      clockInAt: at(worker.begins),
      clockOutAt: at(byCode ? '14:05' : worker.ends),
      lunchStartAt: lunch ? at('12:31') : null,
      lunchEndAt: lunch ? at('13:12') : null,
    };
    return {
      ...times,
      ...{ tenantId: firm.tenant.id, id: newId(), apprenticeId, partnerId, programId, shopId, workDate },
      siteId: site.id,
      source: byCode ? 'checkin' : 'timeclock',
      weekEnding: weekEndingOf(workDate),
      positions: byCode ? {} : { clock_in: here, clock_out: here },
      hoursWorked: hoursOf(workedIn(times)),
      createdAt: times.clockInAt,
    };
  });
  await inTransaction(ctx, { conflicts: {}, input: null }, async (unit) => {
    const tx = await unit.tx();
    await tx.insert(progressEntries).values(rows);
    const weeks = rows.map(({ weekEnding }) => weekEnding);
    await recomputeWeeks(unit, apprenticeId, weeks);
    for (const { id, clockOutAt, hoursWorked } of rows)
      unit.record({
        verb: 'shift.ended',
        subject: { type: 'progress_entry', id: id ?? '' },
        after: { clockOutAt, hoursWorked },
      });
    const { enrolled } = await readStanding(unit, { userId: userIdOf(ctx.actor) ?? '' });
    if (enrolled) await changeEnrollment(unit, enrolled.enrollment.id, { kind: 'work_started' });
  });
}

/** A morning begun and ended with the code on the wall. */
function tellCheckIn(
  { story, operator }: OfficinaFirm,
  who: Teller,
  shopId: string | undefined,
  [days, begins, ends]: [number, string, string],
): void {
  let code: string | null = null;
  story.onDay(days, begins, ZONE, operator, async (ctx) => {
    ({ code } = await rotateShopCode(ctx, { shopId }));
  });
  story.onDay(days, begins, ZONE, who, (ctx) => checkIn(ctx, { code }));
  story.onDay(days, ends, ZONE, who, (ctx) => checkOut(ctx, {}));
}

const isWeekend = (firm: OfficinaFirm, days: number): boolean =>
  firm.services.clock.now().toZonedDateTimeISO(ZONE).subtract({ days }).dayOfWeek > 5;

const dayBefore = ({ services }: OfficinaFirm, days: number): string =>
  dayOf(services.clock.now().subtract({ hours: 24 * days }), ZONE);

/** What the shop says of the older shifts: most were so, one was not. */
function tellReview(firm: OfficinaFirm, shop: string, places: Places): void {
  const { story, operator } = firm;
  const who = shop === MAIN ? person(firm, 'host@demo.test') : operator;
  const shopId = places.shops[shop];
  story.onDay(0, '00:05', ZONE, who, async (ctx) => {
    const { items } = await shopHours(ctx, { shopId, status: 'waiting', limit: 100 });
    const old = items.filter(({ workDate }) => workDate <= dayBefore(firm, JUDGED_TO));
    const [doubtful, ...sure] = old.map(({ id }) => id).reverse();
    if (sure.length) await reviewHours(ctx, { entryIds: sure, decision: 'verified' });
    if (doubtful)
      await reviewHours(ctx, { entryIds: [doubtful], decision: 'disputed', note: 'Left before noon' });
  });
}

/** This morning's check-ins, where the day is old enough for some that are over: nobody is at work when the demo begins. */
function tellToday(firm: OfficinaFirm, places: Places): void {
  const now = firm.services.clock.now().toZonedDateTimeISO(ZONE);
  const begins = now.subtract({ minutes: 150 });
  if (begins.toPlainDate().toString() !== now.toPlainDate().toString()) return;
  const time = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' });
  for (const [late, { email, shop }] of WORKERS.slice(0, 3).entries()) {
    const from = begins.add({ minutes: 7 * late });
    const span: [number, string, string] = [0, time(from), time(from.add({ minutes: 95 }))];
    tellCheckIn(firm, person(firm, email), places.shops[shop], span);
  }
}

/** Two weeks of hours at both approved shops: submitted, verified and disputed. */
export function tellAcademyHours(firm: OfficinaFirm, places: Places): void {
  for (const worker of WORKERS) {
    const days = Array.from({ length: worker.from - worker.to + 1 }, (_, at) => worker.from - at);
    const shifts = days
      .filter((day) => !isWeekend(firm, day))
      .map((day, at) => ({ days: day, byCode: (at + 1) % worker.byCode === 0 }));
    // Written on the evening of the last one, before whatever happened to the learner since.
    firm.story.onDay(worker.to, '20:00', ZONE, person(firm, worker.email), (ctx) =>
      writeShifts(firm, ctx, worker, shifts),
    );
  }
  for (const shop of [MAIN, UPTOWN]) tellReview(firm, shop, places);
  tellToday(firm, places);
}
