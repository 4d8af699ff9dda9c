import type { MessageTrigger } from '@officina/contracts/office';
import { contacts } from '@officina/db/schema/contacts';
import { outboxMessages } from '@officina/db/schema/messaging';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { asMail } from './client-message-text.ts';
import { DELIVERY_ATTEMPTS } from './queue-client-message.ts';

type Message = typeof outboxMessages.$inferSelect;

/** A message to a client that no telephone took. */
const isTelephoned = (
  message: Message,
): message is Message & { trigger: MessageTrigger; contactId: string } =>
  message.channel === 'whatsapp' && message.trigger !== null && message.contactId !== null;

/**
 * Sends the same text by e-mail in place of a failed WhatsApp message, where the client has an address. Called by who
 * has just found the message failed, under the lock of its row. Answers whether there was such a way.
 */
export async function queueFallback(ctx: WriteCtx, failed: Message): Promise<boolean> {
  if (!isTelephoned(failed)) return false;
  const { trigger, contactId, binderId, text, createdBy } = failed;
  const tx = await ctx.tx();
  const [contact] = await tx
    .select({ email: contacts.email })
    .from(contacts)
    .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, contactId)));
  if (!contact?.email) return false;
  const id = newId();
  await tx.insert(outboxMessages).values({
    tenantId: ctx.tenant.id,
    id,
    channel: 'email',
    to: contact.email,
    ...asMail(trigger, text, ctx.tenant),
    text,
    contactId,
    trigger,
    binderId,
    fallbackOf: failed.id,
    createdBy,
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'notification.queued',
    subject: { type: 'message', id },
    contactId,
    after: { trigger, channel: 'email', fallbackOf: failed.id },
  });
  ctx.enqueue('send-message', { messageId: id }, { maxAttempts: DELIVERY_ATTEMPTS });
  return true;
}
