export interface Recurrence {
  /** `day`, `week`, `month` or `year`. */
  interval: string;
  interval_count: number;
}

const DAY = 86_400;

/** `count` intervals after a moment (seconds). Months keep the anchor's day where they have it. */
export function after(anchor: number, { interval, interval_count }: Recurrence, count: number): number {
  const steps = interval_count * count;
  if (interval === 'day') return anchor + steps * DAY;
  if (interval === 'week') return anchor + steps * 7 * DAY;
  const start = new Date(anchor * 1000);
  const months = interval === 'year' ? steps * 12 : steps;
  const end = new Date(start);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return Math.floor(end.getTime() / 1000);
}

/** The end of the period that begins at `start`, of periods counted from `anchor`. */
export function periodEnd(anchor: number, start: number, recurrence: Recurrence): number {
  for (let count = 1; ; count++) {
    const end = after(anchor, recurrence, count);
    if (end > start) return end;
  }
}
