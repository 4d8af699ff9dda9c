import { internationalPhone } from '@officina/contracts/phone';
import type { Tx } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx, Tenant, WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { asMail, type ClientReport, clientMessageText } from './client-message-text.ts';
import { insertMessages } from './insert-client-messages.ts';

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

const addressees = rawStatement<Addressee>(sql`
  select id, display_name as name, phone, email from contacts
  where tenant_id = ${sql.placeholder('tenantId')}::uuid
    and id = any(string_to_array(${sql.placeholder('ids')}::text, ',')::uuid[])`);

async function addresseesOf(tx: Tx, tenant: Tenant, messages: readonly ClientMessage[]) {
  const ids = new Set(messages.map(({ contactId }) => contactId));
  const rows = await addressees(tx, { tenantId: tenant.id, ids: [...ids].join(',') });
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
    tenant_id: tenant.id,
    id: newId(),
    contact_id: addressee.id,
    trigger: message.trigger,
    binder_id: 'binder' in message ? message.binder.id : null,
    ...way,
    ...(way.channel === 'email' && asMail(message.trigger, text, tenant)),
    text,
    created_by: userIdOf(actor),
    created_at: now.toString(),
  };
}

/**
 * As `queueClientMessage`, of many clients in a fixed number of statements. Answers the rows that were made or taken
 * up, without order; a message whose binder and trigger had one before is not among them.
 */
export async function queueClientMessages(
  ctx: WriteCtx,
  messages: readonly ClientMessage[],
): Promise<(QueuedClientMessage & Pick<ClientMessage, 'trigger'>)[]> {
  const tx = await ctx.tx();
  const known = await addresseesOf(tx, ctx.tenant, messages);
  const values = messages.map((message) => {
    const addressee = known.get(message.contactId);
    if (!addressee) throw notFound('Contact');
    return rowOf(ctx, message, addressee);
  });
  if (!values.length) return [];
  const rows = await insertMessages(tx, { messages: JSON.stringify(values) });
  return rows.map(({ id, status, trigger, channel, contact_id: contactId }) => {
    const queued = status === 'queued';
    ctx.record({
      verb: queued ? 'notification.queued' : 'notification.skipped',
      subject: { type: 'message', id },
      contactId,
      after: { trigger, channel },
    });
    if (queued) ctx.enqueue('send-message', { messageId: id }, { maxAttempts: DELIVERY_ATTEMPTS });
    return { id, status: queued ? 'queued' : 'skipped', trigger };
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
