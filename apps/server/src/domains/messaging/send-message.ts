import { type MessageAttachment, outboxMessages } from '@officina/db/schema/messaging';
import { tenantSettings } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import type { Task } from '../../jobs/task.ts';
import type { Ctx } from '../../kernel/context.ts';
import { settleMessage } from './settle-message.ts';

/** Makes the file of an attached document as it is when the message leaves. */
export type RenderAttachment = (
  ctx: Ctx,
  what: Pick<MessageAttachment, 'quoteId' | 'invoiceId'>,
) => Promise<{ filename: string; contentType: string; bytes: Buffer }>;

type Message = typeof outboxMessages.$inferSelect;

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

async function sendMail(ctx: Ctx, message: Message, render: RenderAttachment): Promise<string | null> {
  const [settings] = await ctx.db
    .select({ email: tenantSettings.email })
    .from(tenantSettings)
    .where(eq(tenantSettings.tenantId, ctx.tenant.id));
  const attachments = await Promise.all(
    message.attachments.map(async ({ filename, ...what }) => ({ ...(await render(ctx, what)), filename })),
  );
  const { providerId } = await ctx.services.mail.send({
    to: message.to ?? '',
    subject: message.subject ?? '',
    text: message.text,
    html: message.html ?? undefined,
    fromName: oneLine(ctx.tenant.name),
    replyTo: settings?.email ?? undefined,
    attachments,
  });
  return providerId;
}

/**
 * The job `send-message`: delivers one queued message, at least once. E-mail goes through the mail port; WhatsApp and
 * SMS stay in the outbox. A failure is thrown on, so that the queue tries again later, eight times in all.
 */
export function sendMessage(render: RenderAttachment): Task {
  return async (ctx, payload, { attempt, last }) => {
    const id = String(payload.messageId);
    const [message] = await ctx.db
      .select()
      .from(outboxMessages)
      .where(and(eq(outboxMessages.tenantId, ctx.tenant.id), eq(outboxMessages.id, id)));
    if (message?.status !== 'queued') return;
    let providerId: string | null = null;
    try {
      if (message.channel === 'email') providerId = await sendMail(ctx, message, render);
    } catch (error) {
      const reason = oneLine(error instanceof Error ? error.message : String(error)).slice(0, 500);
      await settleMessage(ctx, { id, attempt, last, error: reason });
      if (!last) throw error;
      ctx.services.log.error({ err: error, message: id }, 'message could not be delivered');
      return;
    }
    await settleMessage(ctx, { id, attempt, last, error: null, providerId });
  };
}
