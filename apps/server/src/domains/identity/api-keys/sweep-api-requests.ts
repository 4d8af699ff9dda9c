import { REQUEST_LOG_DAYS } from '@officina/contracts/api-keys';
import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { crossTenant } from '../../../kernel/statement.ts';

/** Forgets calls of programs after a month. */
export async function sweepApiRequests(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`
    delete from api_requests where ${crossTenant('the log is bounded for all')}
      and at < ${ctx.now.toString()}::timestamptz - make_interval(days => ${REQUEST_LOG_DAYS})`);
}
