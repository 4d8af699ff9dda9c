import type { ClientMessageStatus, ClientMessageView } from '@officina/contracts/client-messages';
import { clientMessageList } from '@officina/contracts/client-messages-inputs';
import type { MessageStatus } from '@officina/contracts/messaging';
import type { Page } from '@officina/contracts/paging';
import type { Executor } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { notFound } from '../../kernel/errors.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape, rawStatement } from '../../kernel/statement.ts';

const place = sql.placeholder;

/** As PostgreSQL prints it inside JSON. */
type Row = Omit<ClientMessageView, 'status'> & { status: MessageStatus };

interface Shape {
  binder: boolean;
  after: boolean;
}

/** One row for a client that is there, with its messages; none for a missing or foreign one. */
const statement = preparedByShape(JSON.stringify, (_db: Executor, { binder, after }: Shape) =>
  rawStatement<{ messages: Row[] }>(sql`
  select coalesce((select jsonb_agg(m order by m."createdAt" desc, m.id desc) from (
      select m.id, m.trigger, m.channel, m."to", m.status, m.text, m.attempts, m.error,
        m.fallback_of as "fallbackOf", m.created_at as "createdAt", m.sent_at as "sentAt", m.failed_at as "failedAt",
        case when b.id is not null then jsonb_build_object('ref', b.ref, 'binderNumber', b.binder_number) end as binder
      from outbox_messages m left join binders b on b.tenant_id = m.tenant_id and b.id = m.binder_id
      where m.tenant_id = o.tenant_id and m.contact_id = o.contact_id and m.trigger is not null
        ${binder ? sql`and b.ref = ${place('binderRef')}::bigint` : sql.raw('')}
        ${after ? sql`and (m.created_at, m.id) < (${place('cursorAt')}::timestamptz, ${place('cursorId')}::uuid)` : sql.raw('')}
      order by m.created_at desc, m.id desc limit ${place('limit')}::int) m), '[]') as messages
  from office_clients o where o.tenant_id = ${place('tenantId')}::uuid and o.ref = ${place('clientRef')}::bigint`),
);

const STATUSES: Record<MessageStatus, ClientMessageStatus> = {
  queued: 'pending',
  sent: 'sent',
  failed: 'failed',
  skipped: 'skipped',
};

const moment = (text: string): string => new Date(text).toISOString();

const present = (row: Row): ClientMessageView => ({
  ...row,
  status: STATUSES[row.status],
  createdAt: moment(row.createdAt),
  sentAt: row.sentAt && moment(row.sentAt),
  failedAt: row.failedAt && moment(row.failedAt),
});

/** What the office wrote to a client by rule or as a reminder, newest first, with how its delivery went. */
export const clientMessages = read({
  name: 'notifications.forClient',
  permission: 'office.notifications.read',
  input: clientMessageList,
  async run(ctx, { clientRef, binderRef, limit, cursor }): Promise<Page<ClientMessageView>> {
    const after = decodeCursor(cursor, isMoment);
    const shape = { binder: binderRef !== undefined, after: after !== null };
    const [client] = await statement(ctx.db, shape)(ctx.db, {
      tenantId: ctx.tenant.id,
      clientRef,
      limit: limit + 1,
      ...(shape.binder && { binderRef }),
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    if (!client) throw notFound('Client');
    return pageOf(client.messages, limit, (row) => ({ value: moment(row.createdAt), id: row.id }), present);
  },
});
