import { hoursOf, hundredthsOf, weekEndingOf, weeklyCapHundredths } from '@officina/contracts/training-hours';
import type { HoursWeek, LearnerHours, ShiftView } from '@officina/contracts/training-staff';
import { ownHours as input } from '@officina/contracts/training-staff-inputs';
import { progressEntries } from '@officina/db/schema/training-hours';
import { eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { AppError } from '../../../kernel/errors.ts';
import { read } from '../../../kernel/operation.ts';
import { readStanding } from '../enforcement/standing.ts';
import { shiftsOf } from './shift-reads.ts';

/** More than the shifts of a whole programme. */
const MOST = 1000;

const sum = (entries: ShiftView[], of: 'hoursWorked' | 'creditedHours'): number =>
  hoursOf(entries.reduce((total, entry) => total + hundredthsOf(entry[of] ?? 0), 0));

/** Shifts by their weeks, in the order in which they come. */
export function byWeek(shifts: readonly ShiftView[]): HoursWeek[] {
  const weeks = new Map<string, ShiftView[]>();
  for (const shift of shifts) weeks.set(shift.weekEnding, [...(weeks.get(shift.weekEnding) ?? []), shift]);
  return [...weeks].map(([weekEnding, entries]) => ({
    weekEnding,
    workedHours: sum(entries, 'hoursWorked'),
    creditedHours: sum(entries, 'creditedHours'),
    entries,
  }));
}

/** The caller's own hours: all weeks, or the one of a day. */
export const ownHours = read({
  name: 'training.hours',
  permission: 'training.learn',
  input,
  async run(ctx, { week }): Promise<LearnerHours> {
    const { id: userId } = requireUser(ctx.actor);
    const { enrolled } = await readStanding(ctx, { userId });
    if (!enrolled) throw new AppError('ENROLLMENT_NOT_FOUND');
    const { enrollment, apprentice, program } = enrolled;
    const only = week ? eq(progressEntries.weekEnding, weekEndingOf(week)) : undefined;
    return {
      weeklyCap: hoursOf(weeklyCapHundredths(enrollment.hoursPerWeek)),
      totalHours: apprentice?.totalHours ?? 0,
      transferHours: apprentice?.transferHoursCredited ?? 0,
      requiredHours: apprentice?.totalHoursRequired ?? program.totalHours,
      weeks: apprentice ? byWeek(await shiftsOf(ctx, apprentice.id, MOST, only)) : [],
    };
  },
});
