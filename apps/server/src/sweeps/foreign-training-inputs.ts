import type { Case } from './foreign-inputs.ts';
import { type ForeignRows, MARK } from './foreign-world.ts';

const blind = (input: (foreign: ForeignRows) => unknown): Case => ['blind', input];

/** Cases of the academy. Its contract has words of its own for what does not exist: no trace of it is what counts. */
export const TRAINING_CASES: Record<string, Case> = {
  'training.apply': blind(() => ({
    programSlug: MARK,
    firstName: 'x',
    lastName: 'x',
    email: `${MARK}@apply.test`,
    phone: '317 555 0100',
    dateOfBirth: '2000-01-01',
    address: { street: 'x', city: 'x', state: 'x', zip: '46204' },
    educationLevel: 'x',
    employmentStatus: 'x',
    hasTransportation: true,
    felonyDisclosure: false,
    signature: 'x',
  })),
  'training.checkout': blind(({ enrollmentId }) => ({ program: MARK, enrollmentId })),
  'training.inquire': blind(() => ({ name: 'x', email: 'x@example.test', program: MARK })),
};
