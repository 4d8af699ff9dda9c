import type { BinderTabCounts } from '@officina/contracts/binders';
import type { Executor } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { cachedRead } from '../../kernel/cached-read.ts';
import type { Ctx } from '../../kernel/context.ts';
import { preparedByShape, rawStatement } from '../../kernel/statement.ts';
import {
  type BinderFilters,
  type FilterShape,
  filterCondition,
  filterValues,
  inStatus,
} from './binder-filters.ts';
import { dueToday, open, overdue, tenant } from './verdict-sql.ts';

export interface BinderCounts extends BinderTabCounts {
  inOffice: number;
  /** Due from today to today + 7. */
  dueThisWeek: number;
}

const DAYS_OF_A_WEEK = 7;

/** Two walks over partial indexes: one over the open binders, one over the returned ones. */
const countStatement = preparedByShape(JSON.stringify, (db: Executor, shape: FilterShape) => {
  const matching = filterCondition(shape);
  const today = sql`${sql.placeholder('today')}::date`;
  const week = sql`b.expected_return_at between ${today} and ${today} + ${sql.raw(String(DAYS_OF_A_WEEK))}`;
  const statement = rawStatement<BinderCounts>(sql`
    select count(*)::int as open, count(*) filter (where ${overdue})::int as overdue,
      count(*) filter (where ${dueToday})::int as due_today,
      count(*) filter (where ${inStatus('ready_for_pickup')})::int as ready,
      count(*) filter (where ${inStatus('in_office')})::int as "inOffice",
      count(*) filter (where ${week})::int as "dueThisWeek",
      (select count(*)::int from binders b
        where b.tenant_id = ${tenant} and ${inStatus('returned')} and ${matching}) as returned
    from binders b where b.tenant_id = ${tenant} and ${open} and ${matching}`);
  return (values: Record<string, unknown>) => statement(db, values);
});

/** How many binders a filter means, by tab; exact, and kept while nothing changes. */
export function countBinders(ctx: Ctx, filters: BinderFilters): Promise<BinderCounts> {
  const { shape, values } = filterValues(filters);
  return cachedRead(ctx, 'binders.counts', { shape, values }, async () => {
    const [counts] = await countStatement(
      searching(ctx, shape),
      shape,
    )({
      ...values,
      tenantId: ctx.tenant.id,
      today: ctx.today,
    });
    if (!counts) throw new Error('the binders were not counted');
    return counts;
  });
}

/** Searches are planned per call: the best plan depends on the words. */
export const searching = (ctx: Ctx, { q }: FilterShape): Executor =>
  q && ctx.db === ctx.services.client.db ? ctx.services.client.perCall : ctx.db;
