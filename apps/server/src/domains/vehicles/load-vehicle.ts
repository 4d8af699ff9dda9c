import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { VehicleRow } from './vehicle-row.ts';

/**
 * A live vehicle of the tenant, locked until the operation's transaction ends. Missing, deleted, foreign and
 * malformed ids are all NOT_FOUND.
 */
export async function lockVehicle(ctx: WriteCtx, id: string): Promise<VehicleRow> {
  if (!isUuid(id)) throw notFound('Vehicle');
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(vehicles)
    .where(and(eq(vehicles.tenantId, ctx.tenant.id), eq(vehicles.id, id), isNull(vehicles.deletedAt)))
    .for('update');
  if (!row) throw notFound('Vehicle');
  return row;
}
