import { dayOf } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { checkIn } from '../training/checkin/check-in.ts';
import { checkOut } from '../training/checkin/check-out.ts';
import { rotateShopCode } from '../training/checkin/shop-code.ts';
import { reviewHours } from '../training/hours/review-hours.ts';
import { shopHours } from '../training/hours/shop-hours.ts';
import { clockAction } from '../training/timeclock/clock-action.ts';
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

/** Shifts of these days before today are judged; the younger ones wait. */
const JUDGED_FROM = 14;
const JUDGED_TO = 5;

async function press(ctx: Ctx, action: string): Promise<void> {
  const { apprenticeId, partnerId, programId, allowedSites } = await readTimeclock(ctx, {});
  const [site] = allowedSites;
  const place = { lat: site?.lat, lng: site?.lng, accuracyM: 14 };
  await clockAction(ctx, { action, apprenticeId, partnerId, programId, siteId: site?.id, ...place });
}

/** A day at the timeclock: in, lunch, out. */
function tellShift({ story }: OfficinaFirm, who: Teller, days: number, { begins, ends }: Worker): void {
  story.onDay(days, begins, ZONE, who, (ctx) => press(ctx, 'clock_in'));
  if (ends > '16:00') {
    story.onDay(days, '12:31', ZONE, who, (ctx) => press(ctx, 'lunch_start'));
    story.onDay(days, '13:12', ZONE, who, (ctx) => press(ctx, 'lunch_end'));
  }
  story.onDay(days, ends, ZONE, who, (ctx) => press(ctx, 'clock_out'));
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

/** What the shop says of the older shifts: most were so, one was not. */
function tellReview(firm: OfficinaFirm, shop: string, places: Places): void {
  const { story, operator, services } = firm;
  const who = shop === MAIN ? person(firm, 'host@demo.test') : operator;
  const shopId = places.shops[shop];
  const day = (days: number) => dayOf(services.clock.now().subtract({ hours: 24 * days }), ZONE);
  story.onDay(JUDGED_TO - 1, '19:30', ZONE, who, async (ctx) => {
    const { items } = await shopHours(ctx, { shopId, status: 'waiting', limit: 100 });
    const old = items.filter(({ workDate }) => workDate >= day(JUDGED_FROM) && workDate <= day(JUDGED_TO));
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
    const who = person(firm, worker.email);
    for (let days = worker.from, shift = 1; days >= worker.to; days--) {
      if (isWeekend(firm, days)) continue;
      if (shift++ % worker.byCode === 0)
        tellCheckIn(firm, who, places.shops[worker.shop], [days, worker.begins, '14:05']);
      else tellShift(firm, who, days, worker);
    }
  }
  for (const shop of [MAIN, UPTOWN]) tellReview(firm, shop, places);
  tellToday(firm, places);
}
