import { phone } from '@officina/contracts/fields';
import { type MessageAttachment, outboxMessages } from '@officina/db/schema/messaging';
import { tenantSettings } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import type { Task } from '../../jobs/task.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { MessageReceipt } from '../../providers/messaging/port.ts';
import { settleMessage } from './settle-message.ts';

/** Makes the file of an attached document as it is when the message leaves. */
export type RenderAttachment = (
  ctx: Ctx,
  what: Pick<MessageAttachment, 'quoteId' | 'invoiceId'>,
) => Promise<{ filename: string; contentType: string; bytes: Buffer }>;

type Message = typeof outboxMessages.$inferSelect;

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

async function sendMail(ctx: Ctx, message: Message, render: RenderAttachment): Promise<MessageReceipt> {
  const [settings] = await ctx.db
    .select({ email: tenantSettings.email })
    .from(tenantSettings)
    .where(eq(tenantSettings.tenantId, ctx.tenant.id));
  const attachments = await Promise.all(
    message.attachments.map(async ({ filename, ...what }) => ({ ...(await render(ctx, what)), filename })),
  );
  return ctx.services.mail.send({
    to: message.to ?? '',
    subject: message.subject ?? '',
    text: message.text,
    html: message.html ?? undefined,
    fromName: oneLine(ctx.tenant.name),
    replyTo: settings?.email ?? undefined,
    attachments,
  });
}

async function deliver(ctx: Ctx, message: Message, render: RenderAttachment): Promise<MessageReceipt> {
  const { channel, to, text } = message;
  if (channel !== 'whatsapp' && channel !== 'sms') return sendMail(ctx, message, render);
  const number = phone.safeParse(to);
  if (!number.success) return { refused: number.error.issues[0]?.message ?? 'Invalid phone number' };
  return ctx.services.messaging.send({ channel, to: number.data, text });
}

/** How the try went; an error is an answer too. */
async function tryToDeliver(
  ...given: Parameters<typeof deliver>
): Promise<MessageReceipt | { failed: unknown }> {
  try {
    return await deliver(...given);
  } catch (failed) {
    return { failed };
  }
}

function reasonOf(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error)).slice(0, 500);
}

/**
 * The job `send-message`: delivers one queued message, at least once: e-mail through the mail port, texts to telephones
 * through the messaging port. A failure is thrown on, so that the queue tries again later, as often as the message was
 * queued for; what was refused for good is not tried again.
 */
export function sendMessage(render: RenderAttachment): Task {
  return async (ctx, payload, { attempt, last }) => {
    const id = String(payload.messageId);
    const [message] = await ctx.db
      .select()
      .from(outboxMessages)
      .where(and(eq(outboxMessages.tenantId, ctx.tenant.id), eq(outboxMessages.id, id)));
    if (message?.status !== 'queued') return;
    const outcome = await tryToDeliver(ctx, message, render);
    if ('providerId' in outcome) {
      await settleMessage(ctx, { id, attempt, last, error: null, providerId: outcome.providerId });
      return;
    }
    const final = last || 'refused' in outcome;
    const error = 'refused' in outcome ? outcome.refused : outcome.failed;
    await settleMessage(ctx, { id, attempt, last: final, error: reasonOf(error) });
    if (!final) throw error;
    ctx.services.log.error({ err: error, message: id }, 'message could not be delivered');
  };
}
