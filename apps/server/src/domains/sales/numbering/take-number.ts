import type { NumberSeries } from '@officina/contracts/sales';
import { tenants } from '@officina/db/schema/tenancy';
import { eq, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { rawStatement } from '../../../kernel/statement.ts';
import { numberText } from './number-text.ts';

interface Taken {
  number: string;
  numberYear: number;
  numberSeq: number;
  /** Today, or the day of the document issued before, should that be later. */
  issueDate: string;
}

const raise = rawStatement<Taken>(sql`
  with previous as (
    select i.issue_date from number_counters p
    join invoices i on i.tenant_id = p.tenant_id and i.series = p.series
      and i.number = ${numberText(sql`p.year`, sql`p.last`)}
    where p.tenant_id = ${sql.placeholder('tenantId')} and p.series = ${sql.placeholder('series')}
    order by p.year desc limit 1
  ), issue as (
    select greatest(${sql.placeholder('today')}::date, (select issue_date from previous)) as day
  ), counter as (
    insert into number_counters as n (tenant_id, series, year, last)
    select ${sql.placeholder('tenantId')}, ${sql.placeholder('series')}, extract(year from issue.day)::int, 1 from issue
    on conflict (tenant_id, series, year) do update set last = n.last + 1
    returning year, last
  )
  select ${numberText(sql`counter.year`, sql`counter.last`)} as number, counter.year as "numberYear",
    counter.last as "numberSeq", issue.day::text as "issueDate"
  from counter, issue`);

/**
 * The next number of an issued series, in the operation's transaction: it is given back when that one is rolled back,
 * so that there are no gaps. Call it after every check that can refuse. Issuing documents of one tenant wait for each
 * other here, on the tenant's row, which keeps dates in the order of numbers also around midnight and New Year.
 */
export async function takeNumber(ctx: WriteCtx, series: Exclude<NumberSeries, 'quote'>): Promise<Taken> {
  const tx = await ctx.tx();
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, ctx.tenant.id)).for('no key update');
  const [taken] = await raise(tx, { tenantId: ctx.tenant.id, series, today: ctx.today });
  if (!taken) throw new Error('no number was given');
  return taken;
}
