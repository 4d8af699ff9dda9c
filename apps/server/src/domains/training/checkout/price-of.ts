import { type PaymentPlan, planOf } from '@officina/contracts/training-price';
import { AppError } from '../../../kernel/errors.ts';
import type { ProgramRow } from '../load-program.ts';

export interface Terms {
  hoursPerWeek: number;
  transferredHours: number;
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** The two numbers that the price depends on. INVALID_HOURS, with the programme's limits, for everything else. */
export function checkTerms(
  { hoursMin, hoursMax, totalHours }: ProgramRow,
  { hoursPerWeek = 40, transferredHours = 0 }: { hoursPerWeek?: unknown; transferredHours?: unknown },
): Terms {
  if (!isWhole(hoursPerWeek, hoursMin, hoursMax))
    throw new AppError('INVALID_HOURS', `Hours per week must be between ${hoursMin} and ${hoursMax}`);
  if (!isWhole(transferredHours, 0, totalHours - 1))
    throw new AppError('INVALID_HOURS', `Transferred hours must be between 0 and ${totalHours - 1}`);
  return { hoursPerWeek, transferredHours };
}

export const priceOf = (program: ProgramRow, { hoursPerWeek, transferredHours }: Terms): PaymentPlan =>
  planOf(program, hoursPerWeek, transferredHours);
