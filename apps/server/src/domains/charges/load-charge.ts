import { sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { type ChargeRow, chargeColumns, chargeJoins } from './charge-row.ts';

const statement = rawStatement<ChargeRow>(sql`
  select ${chargeColumns} from charges h ${chargeJoins}
  where h.tenant_id = ${sql.placeholder('tenantId')} and h.ref = ${sql.placeholder('ref')}`);

/** A charge of the tenant by its ref, or null: what a missing one means depends on who asks. */
export async function findCharge(ctx: Ctx, ref: number): Promise<ChargeRow | null> {
  const [row] = await statement(ctx.db, { tenantId: ctx.tenant.id, ref });
  return row ?? null;
}

/** A charge of the tenant. Missing and foreign ones are NOT_FOUND. */
export async function loadCharge(ctx: Ctx, ref: number): Promise<ChargeRow> {
  const row = await findCharge(ctx, ref);
  if (!row) throw notFound('Charge');
  return row;
}
