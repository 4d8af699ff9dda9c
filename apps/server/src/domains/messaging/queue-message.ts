import { email } from '@officina/contracts/fields';
import type { MessageChannel } from '@officina/contracts/messaging';
import { type MessageAttachment, outboxMessages } from '@officina/db/schema/messaging';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { ActsAs } from '../../kernel/journal.ts';
import { textAsHtml } from './text-as-html.ts';

export interface NewMessage {
  channel: MessageChannel;
  /** One e-mail address, or an E.164 phone number. */
  to: string;
  /** E-mail only; one line. */
  subject?: string;
  text: string;
  /** Left out, an e-mail's HTML is its text, escaped. */
  html?: string;
  /** Documents of the tenant, rendered when the message is delivered. */
  attachments?: MessageAttachment[];
  contactId?: string;
  /** Whose message it is when a public request writes it. */
  as?: ActsAs;
}

/** Line ends and other controls, with which a header could be made to end early. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

function checkHeaders({ channel, to, subject, attachments = [] }: NewMessage): void {
  const faults = [];
  const address = channel === 'email' ? email.safeParse(to).success : /^\+[1-9]\d{6,14}$/.test(to);
  if (!address) faults.push({ field: 'to', message: 'Not an address' });
  if (subject && CONTROL.test(subject))
    faults.push({ field: 'subject', message: 'Must not contain line breaks' });
  for (const [i, { filename }] of attachments.entries()) {
    if (CONTROL.test(filename))
      faults.push({ field: `attachments.${i}.filename`, message: 'Must not contain line breaks' });
  }
  if (faults.length) throw invalid(...faults);
}

/**
 * Puts a message to somebody outside into the outbox, in the operation's transaction; the job `send-message`
 * delivers it. The journal says to whom and about what, never the text: it may hold a link's token.
 */
export async function queueMessage(ctx: WriteCtx, message: NewMessage): Promise<{ id: string }> {
  checkHeaders(message);
  const { channel, to, text, attachments = [], contactId, as } = message;
  const subject = channel === 'email' ? (message.subject ?? '') : null;
  const id = newId();
  const tx = await ctx.tx();
  await tx.insert(outboxMessages).values({
    tenantId: as?.tenantId ?? ctx.tenant.id,
    id,
    channel,
    to,
    subject,
    text,
    html: channel === 'email' ? (message.html ?? textAsHtml(text)) : null,
    attachments,
    contactId,
    createdBy: as?.userId ?? userIdOf(ctx.actor),
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'message.queued',
    subject: { type: 'message', id },
    contactId,
    after: { channel, to, subject, attachments: attachments.map(({ filename }) => filename) },
    as,
  });
  ctx.enqueue('send-message', { messageId: id }, { tenantId: as?.tenantId });
  return { id };
}
