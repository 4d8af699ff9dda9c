import type { GarageDashboard } from '@officina/contracts/reports';
import { sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { rawStatement } from '../../kernel/statement.ts';

const place = sql.placeholder;

/** Issued, unpaid and past due. All are counted; amounts of another currency cannot be added up and are left out. */
const statement = rawStatement<{ count: number; total: number; paid: number }>(sql`
  select count(*)::int as count, coalesce(sum(i.total_minor) filter (where ours), 0)::float8 as total,
    coalesce(sum((select sum(p.amount_minor) from payments p
      where p.tenant_id = i.tenant_id and p.invoice_id = i.id and p.status = 'succeeded' and p.reversed_at is null)) filter (where ours), 0)::float8 as paid
  from (
    select tenant_id, id, total_minor, currency = ${place('currency')} as ours from invoices
    where tenant_id = ${place('tenantId')} and status = 'sent' and due_date < ${place('today')} and kind not in ('credit_note', 'studio')
  ) i`);

export async function overdueFigures(ctx: Ctx): Promise<GarageDashboard['overdue']> {
  const { id: tenantId, currency } = ctx.tenant;
  const [row] = await statement(ctx.db, { tenantId, currency, today: ctx.today });
  const { count = 0, total = 0, paid = 0 } = row ?? {};
  return { count, totalCents: total, openCents: total - paid };
}
