import type { PaymentMethod } from '@officina/contracts/sales';
import { sql } from 'drizzle-orm';
import { endOfDay, startOfDay } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { rawStatement } from '../../kernel/statement.ts';

/** What a business day brought, in minor units; days without anything have no row. */
export interface RevenueDay {
  /** YYYY-MM-DD */
  day: string;
  invoices: number;
  paid: number;
  paidVat: number;
  credited: number;
  creditedVat: number;
}

export interface RevenueMethod {
  method: PaymentMethod | null;
  amount: number;
  payments: number;
}

const place = sql.placeholder;

/** Paid invoices whose payment falls into the range, of every surface but the studio, in the tenant's currency. */
const paidInRange = sql`i.tenant_id = ${place('tenantId')} and i.status = 'paid' and i.kind not in ('credit_note', 'studio')
  and i.currency = ${place('currency')} and i.paid_at >= ${place('start')} and i.paid_at < ${place('end')}`;

/**
 * By day first, weeks and months are summed from days: ten times cheaper than truncating every moment to a month.
 * Credit notes count by their issue date, and only those on invoices that are paid.
 */
const daysStatement = rawStatement<RevenueDay>(sql`
  select day::text as day, sum(invoices)::int as invoices, sum(paid)::float8 as paid, sum(paid_vat)::float8 as "paidVat",
    sum(credited)::float8 as credited, sum(credited_vat)::float8 as "creditedVat"
  from (
    select (i.paid_at at time zone ${place('timeZone')})::date as day, 1 as invoices, i.total_minor as paid,
      i.vat_minor as paid_vat, 0 as credited, 0 as credited_vat
    from invoices i where ${paidInRange}
    union all
    select n.issue_date, 0, 0, 0, abs(n.total_minor), abs(n.vat_minor)
    from invoices n join invoices i on i.tenant_id = n.tenant_id and i.id = n.credited_invoice_id
    where n.tenant_id = ${place('tenantId')} and n.kind = 'credit_note' and n.status in ('sent', 'paid')
      and n.currency = ${place('currency')} and i.status = 'paid' and n.issue_date between ${place('from')} and ${place('to')}
  ) facts
  group by day order by day`);

/** How the paid invoices of the range were paid; one without payments of its own counts by its method. */
const methodsStatement = rawStatement<RevenueMethod>(sql`
  select coalesce(p.method, i.payment_method) as method, sum(coalesce(p.amount_minor, i.total_minor))::float8 as amount,
    count(*)::int as payments
  from invoices i
    left join payments p on p.tenant_id = i.tenant_id and p.invoice_id = i.id and p.status = 'succeeded' and p.reversed_at is null
  where ${paidInRange}
  group by 1 order by 2 desc, 1`);

export interface Range {
  /** Business days, both included. */
  from: string;
  to: string;
}

function valuesOf({ tenant }: Ctx, { from, to }: Range): Record<string, unknown> {
  return {
    tenantId: tenant.id,
    currency: tenant.currency,
    timeZone: tenant.timeZone,
    from,
    to,
    start: startOfDay(from, tenant.timeZone).toISOString(),
    end: endOfDay(to, tenant.timeZone).toISOString(),
  };
}

/** The range decides which plan is best, so these are planned per call. */
const executorOf = (ctx: Ctx) => (ctx.db === ctx.services.client.db ? ctx.services.client.perCall : ctx.db);

export const revenueDays = (ctx: Ctx, range: Range): Promise<RevenueDay[]> =>
  daysStatement(executorOf(ctx), valuesOf(ctx, range));

export const revenueMethods = (ctx: Ctx, range: Range): Promise<RevenueMethod[]> => {
  const { from: _, to: _t, timeZone: _z, ...values } = valuesOf(ctx, range);
  return methodsStatement(executorOf(ctx), values);
};
