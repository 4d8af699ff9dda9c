import { momentAt } from '../../kernel/clock.ts';

/** When work due on a day is due: at 18:00 of it, in the tenant's time. */
const CLOSING = '18:00';

/** A due date as it is stored, from a moment or a day; undefined stays what it is. */
export function dueMoment(due: string | null | undefined, timeZone: string): Date | null | undefined {
  if (due === undefined || due === null) return due;
  return due.length === 10 ? momentAt(due, CLOSING, timeZone) : new Date(due);
}
