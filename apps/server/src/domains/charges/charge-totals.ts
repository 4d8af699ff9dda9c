import type { ChargeTotal } from '@officina/contracts/charges';
import { chargeTotals } from '@officina/contracts/charges-inputs';
import { CHARGE_STATUSES } from '@officina/contracts/office';
import { sql } from 'drizzle-orm';
import { cachedRead } from '../../kernel/cached-read.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatementByShape } from '../../kernel/statement.ts';
import { type ChargeShape, chargeCondition, chargeFilterValues } from './charge-filters.ts';

const statement = rawStatementByShape<ChargeShape, ChargeTotal>(
  (
    shape,
  ) => sql`select h.status, h.currency, sum(h.amount_minor)::float8 as "amountMinor", count(*)::int as count
    from charges h where ${chargeCondition(shape)} group by h.status, h.currency
    order by array_position(${sql.raw(`array[${CHARGE_STATUSES.map((status) => `'${status}'`).join(', ')}]`)}, h.status), h.currency`,
);

/** Sums per status and currency. */
export const readChargeTotals = read({
  name: 'charges.totals',
  permission: 'office.charges.amounts',
  input: chargeTotals,
  run(ctx, filters): Promise<ChargeTotal[]> {
    return cachedRead(ctx, 'charges.totals', filters, () => {
      const { shape, values } = chargeFilterValues(filters);
      return statement(shape)(ctx.db, { ...values, tenantId: ctx.tenant.id });
    });
  },
});
