import type { ServicePart } from '@officina/contracts/vehicles';
import { momentAt, toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import { loadSettings } from '../tenancy/load-settings.ts';
import { changeMileage } from './change-mileage.ts';
import { costOf } from './service-cost.ts';
import type { VehicleRow } from './vehicle-row.ts';

/** What a cost may be at most, said or made from parts and hours, in cents. */
const COST_MAX = 999_999_999;

/** Nothing was serviced tomorrow. */
export function checkServiceDate(ctx: WriteCtx, date: string | undefined): void {
  if (date !== undefined && date > ctx.today) {
    throw invalid({ field: 'date', message: 'Must not be after today' });
  }
}

/** The cost of parts and hours at the tenant's rate, in cents. */
export async function workCost(
  ctx: WriteCtx,
  work: { parts: readonly ServicePart[]; laborHours: number | null },
): Promise<number | null> {
  const { hourlyRateMinor } = await loadSettings(ctx);
  const cost = costOf(work, hourlyRateMinor);
  if (cost !== null && cost > COST_MAX) {
    throw invalid({ field: 'costCents', message: 'Must be at most 9999999.99' });
  }
  return cost;
}

/** The mileage of a record, read on its day, raises that of its vehicle; a lower one is history. */
export async function raiseMileage(
  ctx: WriteCtx,
  vehicle: VehicleRow,
  { date, mileage }: { date: string; mileage: number },
): Promise<void> {
  if (vehicle.mileage !== null && mileage <= vehicle.mileage) return;
  const readAt = date === ctx.today ? toDate(ctx.now) : momentAt(date, '12:00', ctx.tenant.timeZone);
  await changeMileage(ctx, vehicle, { value: mileage, source: 'service', readAt });
}
