/** When the first weekly payment is taken, and how it is told. */
export interface FirstBilling {
  anchor: Date;
  /** e.g. `Friday, Feb 14`, the day in programme time. */
  text: string;
  /** The same day as `YYYY-MM-DD`. */
  day: string;
}

const names = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = names.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'short', day: 'numeric', timeZone });
    names.set(timeZone, format);
  }
  return format;
}

/**
 * The coming billing weekday (ISO, Monday 1) after the local day, never that day itself, at the billing hour by the
 * zone's clocks. Source: academy specification §4.5.
 */
export function firstBilling(
  now: Temporal.Instant,
  timeZone: string,
  { billingWeekday, billingHour }: { billingWeekday: number; billingHour: number },
): FirstBilling {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const days = (billingWeekday - today.dayOfWeek + 7) % 7 || 7;
  const day = today.add({ days });
  const moment = day.toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from({ hour: billingHour }),
  });
  const anchor = new Date(moment.epochMilliseconds);
  return { anchor, text: formatIn(timeZone).format(anchor), day: day.toString() };
}
