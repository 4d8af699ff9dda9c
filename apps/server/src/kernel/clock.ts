/** Where the present comes from: the system in production, a hand-set one in tests. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** The day that was asked for last in each zone: nearly every request asks for the same one. */
const lastDays = new Map<string, { day: string; from: number; to: number }>();

/** The calendar day (YYYY-MM-DD) of a moment in a time zone: "today" for business rules. */
export function dayOf(moment: Temporal.Instant | Date, timeZone: string): string {
  const at = moment instanceof Date ? moment.getTime() : moment.epochMilliseconds;
  const last = lastDays.get(timeZone);
  if (last && last.from <= at && at < last.to) return last.day;
  const plain = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const from = plain.toZonedDateTime({ timeZone }).epochMilliseconds;
  const to = plain.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds;
  const day = plain.toString();
  lastDays.set(timeZone, { day, from, to });
  return day;
}

/** The first moment of a calendar day in a time zone, whatever daylight saving does to midnight. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds);
}

/** The first moment after a calendar day: the exclusive end of a range that includes the day. */
export function endOfDay(day: string, timeZone: string): Date {
  return startOfDay(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), timeZone);
}

/** A wall-clock time (HH:MM) of a day in a time zone. */
export function momentAt(day: string, time: string, timeZone: string): Date {
  const plain = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(plain.toZonedDateTime(timeZone).epochMilliseconds);
}

let lastMoment = { at: Number.NaN, text: '' };

/** A moment as ISO 8601 in UTC. The last is remembered: what has just been written says one moment four times. */
export function isoOf(moment: Temporal.Instant | Date): string {
  const at = moment instanceof Date ? moment.getTime() : moment.epochMilliseconds;
  if (at !== lastMoment.at) lastMoment = { at, text: new Date(at).toISOString() };
  return lastMoment.text;
}

export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

/** The moment to stamp on a change: now, but always after the last stamp, so that `updatedAt` grows. */
export function laterThan(last: Date, now: Temporal.Instant): Date {
  return new Date(Math.max(now.epochMilliseconds, last.getTime() + 1));
}
