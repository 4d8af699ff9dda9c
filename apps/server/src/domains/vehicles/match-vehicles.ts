import type { Matches } from '@officina/contracts/bulk';
import { vehicleFilters } from '@officina/contracts/vehicles-inputs';
import type { Executor } from '@officina/db/client';
import { vehicles } from '@officina/db/schema/vehicles';
import { asc } from 'drizzle-orm';
import { MATCH_LIMIT, matchesOf } from '../../kernel/matches.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues } from './vehicle-filters.ts';

const statement = preparedByShape(JSON.stringify, (db: Executor, shape: FilterShape) =>
  db
    .select({ id: vehicles.id, name: vehicles.licensePlate })
    .from(vehicles)
    .where(filterCondition(shape))
    .orderBy(asc(vehicles.id))
    .limit(MATCH_LIMIT)
    .prepare('vehicle_matches'),
);

/** Which vehicles a bulk action over a filter means. */
export const matchVehicles = read({
  name: 'vehicles.matches',
  permission: 'vehicles.read',
  input: vehicleFilters,
  async run(ctx, filters): Promise<Matches> {
    const { shape, values } = filterValues(filters);
    return matchesOf(await statement(ctx.db, shape).execute({ ...values, tenantId: ctx.tenant.id }));
  },
});
