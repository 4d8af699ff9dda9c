import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Where the run keeps its scratch folder for its workers; set by `pnpm test`, which removes it at the end. */
export const TEST_FILES = 'OFFICINA_TEST_FILES';

/** The folder of what tests store: the run's own, so that runs of several people on one machine do not meet. */
export const testFiles = process.env[TEST_FILES] ?? join(tmpdir(), `officina-test-files-${userInfo().uid}`);
