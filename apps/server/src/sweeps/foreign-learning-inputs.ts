import { ReceivedFile } from '../kernel/received-file.ts';
import type { Case } from './foreign-inputs.ts';
import type { ForeignRows } from './foreign-world.ts';

/** Never looked at: the enrolment comes first. */
const UNREAD_FILE = new ReceivedFile({
  filename: 'x',
  claimedType: '',
  size: 1,
  sha256: '',
  tooLarge: false,
  path: '/nowhere',
});

const missing = (input: (foreign: ForeignRows) => unknown): Case => ['missing', input];
const blind = (input: (foreign: ForeignRows) => unknown): Case => ['blind', input];

/** What learners, shops and staff do. The contract's codes for what does not exist are its own, so most are `blind`. */
export const LEARNING_CASES: Record<string, Case> = {
  'training.completeOrientation': blind(() => ({})),
  'training.openFile': missing(({ paperId }) => ({ id: paperId })),
  'training.submitDocuments': blind(() => ({})),
  'training.uploadDocument': blind(({ enrollmentId }) => ({
    enrollmentId,
    documentType: 'other',
    file: UNREAD_FILE,
  })),
};
