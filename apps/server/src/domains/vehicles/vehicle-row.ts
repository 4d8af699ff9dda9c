import { YEAR_MESSAGE } from '@officina/contracts/vehicles-inputs';
import type { vehicles } from '@officina/db/schema/vehicles';
import type { Ctx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';

export type VehicleRow = typeof vehicles.$inferSelect;

/** Cars are sold under next year's model year, not later. */
export function checkYear(ctx: Ctx, year: number | undefined): void {
  const next = Number(ctx.today.slice(0, 4)) + 1;
  if (year !== undefined && year > next) throw invalid({ field: 'year', message: YEAR_MESSAGE });
}
