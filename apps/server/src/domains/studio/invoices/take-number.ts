import { sql } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { rawStatement } from '../../../kernel/statement.ts';

const raise = rawStatement<{ last: number }>(sql`
  insert into number_counters as n (tenant_id, series, year, last)
  values (${sql.placeholder('tenantId')}::uuid, 'studio', 0, 1)
  on conflict (tenant_id, series, year) do update set last = n.last + 1
  returning last`);

/**
 * `INV-000001` and on: one series per tenant, which drafts take part in. Call it after every check that can refuse: a
 * number is given back only when the transaction is rolled back.
 */
export async function takeInvoiceNumber(ctx: WriteCtx): Promise<{ number: string; numberSeq: number }> {
  const tx = await ctx.tx();
  const [taken] = await raise(tx, { tenantId: ctx.tenant.id });
  if (!taken) throw new Error('no number was given');
  return { number: `INV-${String(taken.last).padStart(6, '0')}`, numberSeq: taken.last };
}
