import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { rawStatement } from '../../../kernel/statement.ts';
import type { ClientMessage } from '../../messaging/queue-client-message.ts';
import { approaching, open, overdue, tenant } from '../verdict-sql.ts';

/** What a binder's age and state call for; an overdue one that is ready is reported as overdue. */
export type ReminderTrigger = 'binder_overdue' | 'binder_ready_for_pickup' | 'binder_approaching_sla';

interface DueRow {
  id: string;
  /** Ends where the next batch begins. */
  ref: string;
  contactId: string;
  binderNumber: string;
  receivedAt: string;
  expectedReturnAt: string;
  trigger: ReminderTrigger;
}

export type DueReminder = Extract<ClientMessage, { binder: unknown }> & { trigger: ReminderTrigger };

const calledFor = sql`case when ${overdue} then 'binder_overdue'
  when b.status = 'ready_for_pickup' then 'binder_ready_for_pickup'
  when ${approaching} then 'binder_approaching_sla' end`;

/** Who was told is passed over here to spare work; that nobody is told twice is up to the unique index. */
const batch = rawStatement<DueRow>(sql`
  select b.id, b.ref::text as ref, b.contact_id as "contactId", b.binder_number as "binderNumber",
    b.received_at::text as "receivedAt", b.expected_return_at::text as "expectedReturnAt", due.trigger
  from binders b cross join lateral (select ${calledFor} as trigger) due
  join contacts c on c.tenant_id = b.tenant_id and c.id = b.contact_id
  left join outbox_messages m on m.tenant_id = b.tenant_id and m.binder_id = b.id and m.trigger = due.trigger
    and m.fallback_of is null
  where b.tenant_id = ${tenant} and ${open} and b.ref > ${sql.placeholder('after')}::bigint and due.trigger is not null
    and (m.id is null or (m.status = 'skipped' and (c.phone is not null or c.email is not null)))
  order by b.ref limit ${sql.placeholder('limit')}::int`);

const count = rawStatement<{ open: number }>(sql`
  select count(*)::int as open from binders b where b.tenant_id = ${tenant} and ${open}`);

export async function countOpenBinders({ db, tenant: { id: tenantId } }: Ctx): Promise<number> {
  const [row] = await count(db, { tenantId });
  return row?.open ?? 0;
}

/** The binders of which a client is still to be told, in batches of at most `limit`. */
export async function* dueReminders(ctx: Ctx, limit: number): AsyncGenerator<DueReminder[]> {
  const values = { tenantId: ctx.tenant.id, today: ctx.today, limit };
  let after: string | undefined = '-1';
  while (after !== undefined) {
    const rows: DueRow[] = await batch(ctx.db, { ...values, after });
    if (rows.length)
      yield rows.map(({ contactId, trigger, ref: _, ...binder }) => ({ contactId, trigger, binder }));
    after = rows.length === limit ? rows.at(-1)?.ref : undefined;
  }
}
