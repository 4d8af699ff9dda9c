import { many } from '../../kernel/many.ts';
import { mutation, query, router } from '../../kernel/trpc.ts';
import { addServiceRecord } from './add-service-record.ts';
import { createVehicle } from './create-vehicle.ts';
import { deleteServiceRecord } from './delete-service-record.ts';
import { deleteVehicle } from './delete-vehicle.ts';
import { getVehicle } from './get-vehicle.ts';
import { matchVehicles } from './match-vehicles.ts';
import { restoreServiceRecord } from './restore-service-record.ts';
import { restoreVehicle } from './restore-vehicle.ts';
import { findSamePlate } from './same-plate.ts';
import { updateMileage } from './update-mileage.ts';
import { updateServiceRecord } from './update-service-record.ts';
import { updateVehicle } from './update-vehicle.ts';
import { listVehicles } from './vehicle-reads.ts';

export const vehiclesRouter = router({
  list: query(listVehicles),
  get: query(getVehicle),
  samePlate: query(findSamePlate),
  create: mutation(createVehicle),
  update: mutation(updateVehicle),
  delete: mutation(deleteVehicle),
  restore: mutation(restoreVehicle),
  matches: query(matchVehicles),
  deleteMany: mutation(many(deleteVehicle)),
  restoreMany: mutation(many(restoreVehicle)),
  updateMileage: mutation(updateMileage),
  addServiceRecord: mutation(addServiceRecord),
  updateServiceRecord: mutation(updateServiceRecord),
  deleteServiceRecord: mutation(deleteServiceRecord),
  restoreServiceRecord: mutation(restoreServiceRecord),
});
