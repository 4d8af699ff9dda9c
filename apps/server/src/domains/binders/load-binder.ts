import type { BinderView } from '@officina/contracts/binders';
import { binders } from '@officina/db/schema/office';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { presentBinder } from './binder-presenter.ts';
import { type BinderRow, selectBinders } from './binder-row.ts';

const byRef = rawStatement<BinderRow>(
  selectBinders({
    where: sql`b.ref = ${sql.placeholder('ref')}::bigint`,
    order: sql.raw('b.ref'),
    cut: sql.raw('limit 1'),
  }),
);

/** A binder of the tenant as the caller sees it. Missing and foreign are NOT_FOUND alike. */
export async function viewBinder(ctx: Ctx, ref: number): Promise<BinderView> {
  const [row] = await byRef(ctx.db, { tenantId: ctx.tenant.id, today: ctx.today, ref });
  if (!row) throw notFound('Binder');
  return presentBinder(ctx, row);
}

/** A binder's stored row, locked until the operation's transaction ends. Missing and foreign are NOT_FOUND alike. */
export async function lockBinder(ctx: WriteCtx, ref: number): Promise<typeof binders.$inferSelect> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(binders)
    .where(and(eq(binders.tenantId, ctx.tenant.id), eq(binders.ref, ref)))
    .for('update');
  if (!row) throw notFound('Binder');
  return row;
}
