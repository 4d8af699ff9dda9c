import type { BinderAlert } from '@officina/contracts/binders';
import { dashboardPart } from '@officina/contracts/binders-inputs';
import { daysBetween } from '@officina/contracts/calendar';
import { APPROACHING_DAYS } from '@officina/contracts/office';
import type { Page } from '@officina/contracts/paging';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { cachedRead } from '../../kernel/cached-read.ts';
import type { Ctx } from '../../kernel/context.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { partOf, type Whole } from './list-part.ts';
import { open, tenant, today } from './verdict-sql.ts';

interface Row {
  binderRef: number;
  clientRef: number;
  clientName: string;
  binderNumber: string;
  due: string;
}

/** Overdue and approaching binders: by promised day, the latest first, is the order of both kinds. */
const statement = rawStatement<Row>(sql`
  select b.ref::float8 as "binderRef", o.ref::float8 as "clientRef", c.display_name as "clientName",
    b.binder_number as "binderNumber", b.expected_return_at::text as due
  from binders b
  join office_clients o on o.tenant_id = b.tenant_id and o.contact_id = b.contact_id
  join contacts c on c.tenant_id = b.tenant_id and c.id = b.contact_id
  where b.tenant_id = ${tenant} and ${open} and b.expected_return_at <= ${today} + ${sql.raw(String(APPROACHING_DAYS))}
  order by b.expected_return_at, b.ref`);

function present({ due, ...binder }: Row, today: string): BinderAlert {
  const remaining = daysBetween(today, due);
  return remaining < 0
    ? { ...binder, alertType: 'overdue', daysOverdue: -remaining, daysRemaining: null }
    : { ...binder, alertType: 'near_sla', daysOverdue: null, daysRemaining: remaining };
}

/** Kept whole while nothing changes. */
const alertsOf = (ctx: Ctx): Promise<BinderAlert[]> =>
  cachedRead(ctx, 'binders.alerts', null, async () => {
    const rows = await statement(ctx.db, { tenantId: ctx.tenant.id, today: ctx.today });
    return rows.map((row) => present(row, ctx.today));
  });

/** Every binder that is late or nearly late, the most pressing first. */
export const allAlerts = read({
  name: 'binders.allAlerts',
  permission: 'office.binders.read',
  input: z.object({}),
  async run(ctx): Promise<Whole<BinderAlert>> {
    const items = await alertsOf(ctx);
    return { items, total: items.length };
  },
});

export const alerts = read({
  name: 'binders.alerts',
  permission: 'office.binders.read',
  input: dashboardPart,
  run: async (ctx, { limit, cursor }): Promise<Page<BinderAlert>> =>
    partOf(await alertsOf(ctx), limit, cursor),
});
