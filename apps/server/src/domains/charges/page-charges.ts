import type { ChargeListItem } from '@officina/contracts/charges';
import { chargePage } from '@officina/contracts/charges-inputs';
import { sql } from 'drizzle-orm';
import { read } from '../../kernel/operation.ts';
import { rawStatementByShape } from '../../kernel/statement.ts';
import { type ChargeShape, chargeCondition, chargeFilterValues } from './charge-filters.ts';
import { type ChargeRow, chargeColumns, chargeJoins, presentCharge } from './charge-row.ts';

const statement = rawStatementByShape<ChargeShape, { total: number; rows: ChargeRow[] }>((shape) => {
  const newest = sql.raw('order by h.created_at desc, h.ref desc');
  return sql`select (select count(*)::int from charges h where ${chargeCondition(shape)}) as total,
    coalesce((select json_agg(r order by r.created_at desc, r.ref desc) from (
      select ${chargeColumns} from (
        select h.* from charges h where ${chargeCondition(shape)} ${newest}
        limit ${sql.placeholder('limit')}::int offset ${sql.placeholder('offset')}::bigint
      ) h ${chargeJoins}
    ) r), '[]') as rows`;
});

/** Numbered page with an exact total, newest first. */
export const pageCharges = read({
  name: 'charges.page',
  permission: 'office.charges.read',
  input: chargePage,
  async run(
    ctx,
    { page, pageSize, ...filters },
  ): Promise<{ items: ChargeListItem[]; page: number; pageSize: number; total: number }> {
    const { shape, values } = chargeFilterValues(filters);
    const [found] = await statement(shape)(ctx.db, {
      ...values,
      tenantId: ctx.tenant.id,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    const items = (found?.rows ?? []).map((row) => presentCharge(ctx, row));
    return { items, page, pageSize, total: found?.total ?? 0 };
  },
});
