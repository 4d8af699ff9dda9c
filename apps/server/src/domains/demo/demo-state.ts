import type { DemoState } from '@officina/contracts/demo';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { findReset } from './demo-reset-job.ts';
import { mayResetDemo } from './reset-demo.ts';
import { unfinished } from './unfinished.ts';

/** A history is told in the order of time: how far it has come says the newest entry of its journal. */
async function progressOf({ db, now, tenant: { subdomain } }: Ctx): Promise<number> {
  const [told] = await db.execute<{ share: number | null }>(sql`
    select extract(epoch from entry.recorded_at - tenants.created_at)
      / nullif(extract(epoch from ${now.toString()}::timestamptz - tenants.created_at), 0) as share
    from tenants cross join lateral (
      select recorded_at from journal_entries where tenant_id = tenants.id order by xid desc, id desc limit 1) entry
    where subdomain = ${unfinished(subdomain)} and demo and ${crossTenant('the demo that is being filled')}`);
  return Math.min(1, Math.max(0, Number(told?.share ?? 0)));
}

/** Whether the caller's demo is being made anew, and how far that has come. */
export const readDemoState = read({
  name: 'demo.state',
  permission: 'settings.edit',
  input: z.object({}),
  async run(ctx): Promise<DemoState> {
    if (!mayResetDemo(ctx)) throw notFound('Demo');
    const reset = await findReset(ctx.db, ctx.tenant.id);
    return {
      resetting: reset === 'pending' ? { progress: await progressOf(ctx) } : null,
      failed: reset === 'failed',
    };
  },
});
