import { sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { crossTenant } from '../../kernel/statement.ts';

/** The log keeps a month, and of each subscription its newest thousand. */
const DAYS = 30;
const MOST = 1000;

/** Removes what nobody looks at any more: old deliveries, and answers kept for repeats of yesterday's requests. */
export async function sweepDeliveries(ctx: Ctx): Promise<void> {
  const now = ctx.now.toString();
  await ctx.db.execute(sql`
    delete from webhook_deliveries d using (
      select tenant_id, id, created_at, row_number() over (
        partition by tenant_id, subscription_id order by created_at desc, id desc) as place
      from webhook_deliveries where ${crossTenant('the log is bounded for all')}) old
    where d.tenant_id = old.tenant_id and d.id = old.id and d.status in ('success', 'failed')
      and (old.place > ${MOST} or old.created_at < ${now}::timestamptz - make_interval(days => ${DAYS}))`);
  await ctx.db.execute(sql`
    delete from idempotency_keys where ${crossTenant('answers are kept for a day for all')}
      and created_at < ${now}::timestamptz - interval '24 hours'`);
}
