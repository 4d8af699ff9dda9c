import type { VehicleAbilities, VehicleListItem, VehicleView } from '@officina/contracts/vehicles';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { VehicleRow } from './vehicle-row.ts';

type Shown = Omit<VehicleRow, 'tenantId' | 'searchText' | 'createdBy' | 'deletedAt'>;

export function vehicleAbilities(ctx: Ctx): VehicleAbilities {
  return { edit: may(ctx.actor, 'vehicles.edit'), delete: may(ctx.actor, 'vehicles.delete') };
}

export const presentVehicle = (row: Shown): VehicleView => ({
  id: row.id,
  ownerId: row.ownerId,
  vin: row.vin,
  licensePlate: row.licensePlate,
  make: row.make,
  model: row.model,
  year: row.year,
  color: row.color,
  mileage: row.mileage,
  firstRegistration: row.firstRegistration,
  fuel: row.fuel,
  nextInspection: row.nextInspection,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const presentVehicleItem = (
  row: Shown & { ownerName: string; lastServiceOn: string | null },
  abilities: VehicleAbilities,
): VehicleListItem => ({
  ...presentVehicle(row),
  owner: { id: row.ownerId, name: row.ownerName },
  lastServiceOn: row.lastServiceOn,
  abilities,
});
