/** When learners and staff are written to, in programme time. */
const HOUR = 8;

/** Whether it is the hour of the day's mails there; the schedule asks every hour, so that each zone has its own. */
export const isMorning = (now: Temporal.Instant, timeZone: string): boolean =>
  now.toZonedDateTimeISO(timeZone).hour === HOUR;
