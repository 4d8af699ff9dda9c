import { sendResetMail } from '../domains/identity/send-reset-mail.ts';
import { sweepSessions } from '../domains/identity/sweep-sessions.ts';
import { sealJournals } from '../domains/journal/seal-journals.ts';
import { type RenderAttachment, sendMessage } from '../domains/messaging/send-message.ts';
import { notFound } from '../kernel/errors.ts';
import type { SystemTask, Task } from './task.ts';

/** Domains whose documents can be attached to messages put their renderer here. */
const renderAttachment: RenderAttachment = async () => {
  throw notFound('Document');
};

/** Tasks that operations enqueue, by the name under which they do. */
export const tasks: Record<string, Task> = {
  'send-message': sendMessage(renderAttachment),
  'send-reset-mail': (ctx, { email }) => sendResetMail(ctx, { email: String(email) }),
};

/** Tasks on a schedule (crontab in UTC). */
export const scheduled: Record<string, { cron: string; run: SystemTask }> = {
  'seal-journals': { cron: '* * * * *', run: sealJournals },
  'sweep-sessions': { cron: '17 * * * *', run: sweepSessions },
};
