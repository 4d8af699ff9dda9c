import type { MessageChannel, OutboxMessageView } from '@officina/contracts/messaging';
import { outbox as input } from '@officina/contracts/messaging-inputs';
import type { Page } from '@officina/contracts/paging';
import { escapeLike } from '@officina/contracts/text';
import { outboxMessages } from '@officina/db/schema/messaging';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { notFound } from '../../kernel/errors.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';

/**
 * The newest messages of the tenant with their texts, for who tries the system without a mail server. They hold
 * links that let others in, so there is no outbox to read outside of demo mode.
 */
export const readOutbox = read({
  name: 'messaging.outbox',
  permission: 'outbox.read',
  input,
  async run(ctx, { channel, to, q, limit, cursor }): Promise<Page<OutboxMessageView>> {
    if (!ctx.services.config.demo) throw notFound('Outbox');
    const after = decodeCursor(cursor, isMoment);
    const rows = await ctx.db
      .select({
        id: outboxMessages.id,
        channel: sql<MessageChannel>`${outboxMessages.channel}`,
        to: sql<string>`${outboxMessages.to}`,
        subject: outboxMessages.subject,
        text: outboxMessages.text,
        html: outboxMessages.html,
        status: sql<OutboxMessageView['status']>`${outboxMessages.status}`,
        createdAt: outboxMessages.createdAt,
      })
      .from(outboxMessages)
      .where(
        and(
          eq(outboxMessages.tenantId, ctx.tenant.id),
          // What had nowhere to go never left.
          channel ? eq(outboxMessages.channel, channel) : isNotNull(outboxMessages.channel),
          to ? eq(sql`lower(${outboxMessages.to})`, to) : undefined,
          q
            ? sql`concat_ws(' ', ${outboxMessages.to}, ${outboxMessages.subject}, ${outboxMessages.text}) ilike ${`%${escapeLike(q)}%`}`
            : undefined,
          after
            ? sql`(${outboxMessages.createdAt}, ${outboxMessages.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => ({ ...row, createdAt: row.createdAt.toISOString() }),
    );
  },
});
