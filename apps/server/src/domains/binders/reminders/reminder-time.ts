/** A tenant's zone and the day of the schedule's last run in it (YYYY-MM-DD). */
export interface Schedule {
  timeZone: string;
  lastRun: string | null;
}

/**
 * Whether the schedule should run for a tenant now: once on each of its own days, at the hour or, where the hour was
 * missed (no process, or a day that daylight saving took the hour from), later that day. The first run of all keeps to
 * the hour, so that nobody's clients are written to on the afternoon on which the office moves in.
 */
export function isDue({ timeZone, lastRun }: Schedule, hour: number, now: Temporal.Instant): boolean {
  const local = now.toZonedDateTimeISO(timeZone);
  if (lastRun === null) return local.hour === hour;
  return local.hour >= hour && local.toPlainDate().toString() > lastRun;
}

/** When the clock of a zone next shows the hour. */
export function nextRun(timeZone: string, hour: number, now: Temporal.Instant): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timeZone);
  const runOf = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
  const today = runOf(local.toPlainDate());
  const next =
    Temporal.ZonedDateTime.compare(today, local) > 0 ? today : runOf(local.toPlainDate().add({ days: 1 }));
  return next.toInstant();
}
