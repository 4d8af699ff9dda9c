import { mileageUpdate } from '@officina/contracts/vehicles-inputs';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { changeMileage } from './change-mileage.ts';
import { lockVehicle } from './load-vehicle.ts';

export interface MileageView {
  id: string;
  mileage: number;
  updatedAt: string;
}

/**
 * A new mileage. Compared under the row's lock, so that after concurrent calls the greatest accepted one stands.
 * Lower than stored is MILEAGE_DECREASE unless it is a correction with its reason.
 */
export const updateMileage = write({
  name: 'vehicles.updateMileage',
  permission: 'vehicles.edit',
  input: mileageUpdate,
  async run(ctx, { id, mileage, correction, reason }): Promise<MileageView> {
    const vehicle = await lockVehicle(ctx, id);
    if (mileage === vehicle.mileage) return { id, mileage, updatedAt: vehicle.updatedAt.toISOString() };
    const lower = vehicle.mileage !== null && mileage < vehicle.mileage;
    if (lower && !correction) {
      throw new AppError('MILEAGE_DECREASE', undefined, { current: vehicle.mileage, requested: mileage });
    }
    const source = lower ? 'correction' : 'manual';
    const { updatedAt } = await changeMileage(ctx, vehicle, { value: mileage, source, reason });
    return { id, mileage, updatedAt: updatedAt.toISOString() };
  },
});
