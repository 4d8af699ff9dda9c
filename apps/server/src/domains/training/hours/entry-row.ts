import { workedHundredths } from '@officina/contracts/training-hours';
import type { progressEntries } from '@officina/db/schema/training-hours';

export type EntryRow = typeof progressEntries.$inferSelect;

export interface ShiftTimes {
  clockInAt: Date;
  clockOutAt: Date;
  lunchStartAt: Date | null;
  lunchEndAt: Date | null;
}

/** Milliseconds of lunch; one without an end lasts until the clock-out. */
export function lunchMs({ lunchStartAt, lunchEndAt, clockOutAt }: Omit<ShiftTimes, 'clockInAt'>): number {
  return lunchStartAt ? (lunchEndAt ?? clockOutAt).getTime() - lunchStartAt.getTime() : 0;
}

export const workedIn = (times: ShiftTimes): number =>
  workedHundredths(times.clockInAt.getTime(), times.clockOutAt.getTime(), lunchMs(times));
