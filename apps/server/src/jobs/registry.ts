import { sweepSessions } from '../domains/identity/sweep-sessions.ts';
import { sealJournals } from '../domains/journal/seal-journals.ts';
import type { SystemTask, Task } from './task.ts';

/** Tasks that operations enqueue, by the name under which they do. */
export const tasks: Record<string, Task> = {};

/** Tasks on a schedule (crontab in UTC). */
export const scheduled: Record<string, { cron: string; run: SystemTask }> = {
  'seal-journals': { cron: '* * * * *', run: sealJournals },
  'sweep-sessions': { cron: '17 * * * *', run: sweepSessions },
};
