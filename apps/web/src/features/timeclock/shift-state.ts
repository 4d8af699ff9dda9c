import type { ActiveShift } from '@officina/contracts/timeclock';
import type { ClockAction } from '@officina/contracts/training';
import type { ClockPress } from './clock-queue.ts';

/** Where a shift stands for the person at the clock: what the server knows, and what waits to be sent. */
export interface ShiftState {
  startedAt: string | null;
  lunchStartAt: string | null;
  lunchEndAt: string | null;
}

const OUT: ShiftState = { startedAt: null, lunchStartAt: null, lunchEndAt: null };

function step(state: ShiftState, { action, occurredAt }: ClockPress): ShiftState {
  if (action === 'clock_in') return { ...OUT, startedAt: occurredAt };
  if (action === 'clock_out') return OUT;
  const lunch = action === 'lunch_start' ? { lunchStartAt: occurredAt } : { lunchEndAt: occurredAt };
  return { ...state, ...lunch };
}

/** What waits is taken as done: the person sees what they did. */
export function stateAfter(shift: ActiveShift | null, waiting: readonly ClockPress[]): ShiftState {
  const known = shift
    ? { startedAt: shift.clockInAt, lunchStartAt: shift.lunchStartAt, lunchEndAt: shift.lunchEndAt }
    : OUT;
  return waiting.reduce<ShiftState>(step, known);
}

/** What can be pressed now; the first is what comes next. */
export function possible({ startedAt, lunchStartAt, lunchEndAt }: ShiftState): ClockAction[] {
  if (!startedAt) return ['clock_in'];
  if (lunchStartAt && !lunchEndAt) return ['lunch_end', 'clock_out'];
  return lunchStartAt ? ['clock_out'] : ['clock_out', 'lunch_start'];
}
