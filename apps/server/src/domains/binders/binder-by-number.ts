import type { BinderView } from '@officina/contracts/binders';
import { binderByNumber } from '@officina/contracts/binders-inputs';
import { sql } from 'drizzle-orm';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { presentBinder } from './binder-presenter.ts';
import { type BinderRow, selectBinders } from './binder-row.ts';
import { open } from './verdict-sql.ts';

const holding = rawStatement<BinderRow>(
  selectBinders({
    where: sql`${open} and b.number_key = ${sql.placeholder('numberKey')}`,
    order: sql.raw('b.ref'),
    cut: sql.raw('limit 1'),
  }),
);

/** The binder in the office that bears exactly this number, however it is written; null when none does. */
export const binderOfNumber = read({
  name: 'binders.byNumber',
  permission: 'office.binders.read',
  input: binderByNumber,
  async run(ctx, { number }): Promise<BinderView | null> {
    const values = { tenantId: ctx.tenant.id, today: ctx.today, numberKey: number.toLowerCase() };
    const [row] = await holding(ctx.db, values);
    return row ? presentBinder(ctx, row) : null;
  },
});
