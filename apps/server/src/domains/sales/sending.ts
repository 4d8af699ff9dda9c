import { email, phone } from '@officina/contracts/fields';
import type { MessageAttachment } from '@officina/db/schema/messaging';
import type { WriteCtx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import { queueMessage } from '../messaging/queue-message.ts';

/** How and to whom a document goes; what is left out comes from the customer and the standard wording. */
export interface Sending {
  channel: 'email' | 'whatsapp';
  to?: string | null | undefined;
  subject?: string | null | undefined;
  body?: string | null | undefined;
}

interface Outgoing {
  contactId: string;
  buyer: { email?: string | null; phone?: string | null };
  subject: string;
  body: string;
  attachment: MessageAttachment;
}

function addressee({ channel, to }: Sending, buyer: Outgoing['buyer']): string {
  const given = to || (channel === 'email' ? buyer.email : buyer.phone);
  const parsed = (channel === 'email' ? email : phone).safeParse(given ?? '');
  if (parsed.success) return parsed.data;
  const missing =
    channel === 'email' ? 'The customer has no e-mail address' : 'The customer has no phone number';
  throw invalid({
    field: 'to',
    message: given ? (parsed.error.issues[0]?.message ?? 'Not an address') : missing,
  });
}

/**
 * Queues a document to its customer: as an attachment of an e-mail; a WhatsApp message carries text alone. Answers
 * the address. Throws VALIDATION_ERROR on `to` for a wrong address, or when the customer has none for the channel.
 */
export async function queueDocument(ctx: WriteCtx, sending: Sending, standard: Outgoing): Promise<string> {
  const to = addressee(sending, standard.buyer);
  await queueMessage(ctx, {
    channel: sending.channel,
    to,
    subject: sending.subject ?? standard.subject,
    text: sending.body ?? standard.body,
    attachments: sending.channel === 'email' ? [standard.attachment] : [],
    contactId: standard.contactId,
  });
  return to;
}
