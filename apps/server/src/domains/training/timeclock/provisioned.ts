import { AppError } from '../../../kernel/errors.ts';
import { enrolledIn } from '../enforcement/enrolled-in.ts';
import type { ApprenticeRow, Enrolled, Standing } from '../enforcement/standing.ts';

/** An enrolment with the record under which hours are clocked; PROVISIONING_INCOMPLETE until it is there. */
export function provisioned(standing: Standing): Enrolled & { apprentice: ApprenticeRow } {
  const enrolled = enrolledIn(standing);
  const { apprentice } = enrolled;
  if (!apprentice) throw new AppError('PROVISIONING_INCOMPLETE', undefined, { retry_available: true });
  return { ...enrolled, apprentice };
}
