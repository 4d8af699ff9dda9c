import { internationalPhone } from '@officina/contracts/phone';
import type { Tx } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { outboxMessages } from '@officina/db/schema/messaging';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, Tenant, WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { asMail, type ClientReport, clientMessageText } from './client-message-text.ts';

export type ClientMessage = ClientReport & { contactId: string };

/** `skipped`: kept, but the client has neither telephone nor e-mail address. */
export interface QueuedClientMessage {
  id: string;
  status: 'queued' | 'skipped';
}

/** Tries to deliver a message to a client before another way is taken. */
export const DELIVERY_ATTEMPTS = 3;

interface Addressee {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
}

async function addresseesOf(tx: Tx, tenant: Tenant, ids: string[]): Promise<Map<string, Addressee>> {
  const rows = await tx
    .select({
      id: contacts.id,
      name: contacts.displayName,
      phone: contacts.phone,
      email: contacts.email,
    })
    .from(contacts)
    .where(and(eq(contacts.tenantId, tenant.id), inArray(contacts.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}

/** WhatsApp before e-mail. A number that no telephone has is kept too: its delivery fails, and is seen to fail. */
function wayTo({ phone, email }: Addressee, locale: string) {
  if (phone) return { status: 'queued', channel: 'whatsapp', to: internationalPhone(phone, locale) } as const;
  if (email) return { status: 'queued', channel: 'email', to: email } as const;
  return { status: 'skipped', channel: null, to: null } as const;
}

function rowOf(ctx: Ctx, message: ClientMessage, addressee: Addressee) {
  const { tenant, today, now, actor } = ctx;
  const way = wayTo(addressee, tenant.locale);
  const text = clientMessageText(message, addressee.name, tenant, today);
  return {
    tenantId: tenant.id,
    id: newId(),
    contactId: addressee.id,
    trigger: message.trigger,
    binderId: 'binder' in message ? message.binder.id : null,
    ...way,
    subject: null,
    html: null,
    ...(way.channel === 'email' && asMail(message.trigger, text, tenant)),
    text,
    createdBy: userIdOf(actor),
    createdAt: toDate(now),
  };
}

const excluded = (name: string) => sql.raw(`excluded."${name}"`);

/**
 * As `queueClientMessage`, of many clients in a fixed number of statements. Answers the rows that were made or taken
 * up, without order; a message whose binder and trigger had one before is not among them.
 */
export async function queueClientMessages(
  ctx: WriteCtx,
  messages: readonly ClientMessage[],
): Promise<(QueuedClientMessage & Pick<ClientMessage, 'trigger'>)[]> {
  const tx = await ctx.tx();
  const addressees = await addresseesOf(
    tx,
    ctx.tenant,
    messages.map(({ contactId }) => contactId),
  );
  const values = messages.map((message) => {
    const addressee = addressees.get(message.contactId);
    if (!addressee) throw notFound('Contact');
    return rowOf(ctx, message, addressee);
  });
  if (!values.length) return [];
  // The unique index judges whether the client was told before, whoever else is writing now.
  const rows = await tx
    .insert(outboxMessages)
    .values(values)
    .onConflictDoUpdate({
      target: [outboxMessages.tenantId, outboxMessages.binderId, outboxMessages.trigger],
      targetWhere: sql`fallback_of is null and binder_id is not null`,
      set: {
        status: excluded('status'),
        channel: excluded('channel'),
        to: excluded('to'),
        subject: excluded('subject'),
        html: excluded('html'),
        text: excluded('text'),
        createdBy: excluded('created_by'),
        createdAt: excluded('created_at'),
      },
      setWhere: sql`${outboxMessages.status} = 'skipped' and excluded.status = 'queued'`,
    })
    .returning();
  return rows.map(({ id, status, trigger, channel, contactId }) => {
    const queued = status === 'queued';
    ctx.record({
      verb: queued ? 'notification.queued' : 'notification.skipped',
      subject: { type: 'message', id },
      contactId,
      after: { trigger, channel },
    });
    if (queued) ctx.enqueue('send-message', { messageId: id }, { maxAttempts: DELIVERY_ATTEMPTS });
    return { id, status: queued ? 'queued' : 'skipped', trigger: trigger as ClientMessage['trigger'] };
  });
}

/**
 * Writes to a client in the operation's transaction, with journal entry and delivery job: by WhatsApp to the telephone,
 * else by e-mail; with neither the row is kept as skipped. Each binder and trigger has one message for ever: null says
 * that it was written before. A skipped one is taken up again once the client can be reached.
 */
export async function queueClientMessage(
  ctx: WriteCtx,
  message: ClientMessage,
): Promise<QueuedClientMessage | null> {
  const [made] = await queueClientMessages(ctx, [message]);
  return made ? { id: made.id, status: made.status } : null;
}
