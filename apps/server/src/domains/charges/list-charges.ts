import type { ChargeListItem } from '@officina/contracts/charges';
import { chargeList } from '@officina/contracts/charges-inputs';
import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import { sql } from 'drizzle-orm';
import { decodeCursor, isMoment, isRef, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatementByShape } from '../../kernel/statement.ts';
import { type ChargeShape, chargeCondition, chargeFilterValues } from './charge-filters.ts';
import { type ChargeRow, chargeColumns, chargeJoins, presentCharge } from './charge-row.ts';

/** The page is found in the index alone; clients and invoices are looked up for its rows only. */
const statement = rawStatementByShape<ChargeShape & { after: boolean }, ChargeRow>((shape) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorRef')}::bigint)`;
  const beyond = shape.after ? sql`and (h.created_at, h.ref) < ${cursor}` : sql``;
  return sql`select ${chargeColumns} from (
      select h.* from charges h where ${chargeCondition(shape)} ${beyond}
      order by h.created_at desc, h.ref desc limit ${sql.placeholder('limit')}::int
    ) h ${chargeJoins} order by h.created_at desc, h.ref desc`;
});

const counted = rawStatementByShape<ChargeShape, { total: number }>(
  (shape) => sql`select count(*)::int as total from (
    select from charges h where ${chargeCondition(shape)} limit ${sql.raw(String(COUNT_CAP + 1))}) bounded`,
);

/** Charges, newest first; `total` (capped) comes with the first page. */
export const listCharges = read({
  name: 'charges.list',
  permission: 'office.charges.read',
  input: chargeList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<ChargeListItem>> {
    const after = decodeCursor(cursor, isMoment, isRef);
    const { shape, values } = chargeFilterValues(filters);
    const common = { ...values, tenantId: ctx.tenant.id };
    const [rows, count] = await Promise.all([
      statement({ ...shape, after: after !== null })(ctx.db, {
        ...common,
        limit: limit + 1,
        ...(after && { cursorAt: after.value, cursorRef: after.id }),
      }),
      after ? undefined : counted(shape)(ctx.db, common),
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: row.created_at, id: String(row.ref) }),
      (row) => presentCharge(ctx, row),
    );
    return { ...page, ...(count && { total: count[0]?.total ?? 0 }) };
  },
});
