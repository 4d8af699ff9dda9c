import { optionalText } from '@officina/contracts/fields';
import { decimalFromMinor } from '@officina/contracts/money';
import type { ServiceRecordView, VehicleDetail, VehicleView } from '@officina/contracts/vehicles';
import { correctionNeedsReason, identity, mileage, mileageChange } from '@officina/contracts/vehicles-inputs';
import { z } from 'zod';
import { createVehicle } from '../../../domains/vehicles/create-vehicle.ts';
import { getVehicle } from '../../../domains/vehicles/get-vehicle.ts';
import { updateMileage } from '../../../domains/vehicles/update-mileage.ts';
import { row } from '../../row.ts';
import { day, enveloped, id, moment } from './wire.ts';

const tag = 'Vehicles';

const { ownerId, licensePlate, vin, make, model, year } = identity;

const createBody = z
  .object({
    owner_id: ownerId,
    vin,
    license_plate: licensePlate,
    make,
    model,
    year,
    color: optionalText(50),
    mileage: mileage.nullish(),
  })
  .transform(({ owner_id, license_plate, ...rest }) => ({
    ...rest,
    ownerId: owner_id,
    licensePlate: license_plate,
  }));

const identityShape = {
  id,
  license_plate: z.string(),
  make: z.string(),
  model: z.string(),
  year: z.int(),
};
const kilometres = z.int().nullable();

const printIdentity = (vehicle: VehicleView | VehicleDetail) => ({
  id: vehicle.id,
  license_plate: vehicle.licensePlate,
  make: vehicle.make,
  model: vehicle.model,
  year: vehicle.year,
});

const recordShape = z.strictObject({
  id,
  date: day,
  mileage: z.int(),
  description: z.string(),
  cost: z.number().nullable(),
  parts: z.array(z.strictObject({ name: z.string(), quantity: z.number(), unit_price: z.number() })),
  labor_hours: z.number().nullable(),
});

const printRecord = (record: ServiceRecordView) => ({
  id: record.id,
  date: record.date,
  mileage: record.mileage,
  description: record.description,
  cost: record.costCents === null ? null : decimalFromMinor(record.costCents),
  parts: record.parts.map(({ name, quantity, unitPriceCents }) => ({
    name,
    quantity,
    unit_price: decimalFromMinor(unitPriceCents),
  })),
  labor_hours: record.laborHours,
});

export const vehicleRows = [
  row({
    method: 'POST',
    path: '/vehicles',
    summary: 'Create a vehicle',
    tag,
    operation: createVehicle,
    body: createBody,
    status: 201,
    answer: 'data',
    present: (vehicle) => ({
      data: {
        ...printIdentity(vehicle),
        owner_id: vehicle.ownerId,
        vin: vehicle.vin,
        color: vehicle.color,
        mileage: vehicle.mileage,
        created_at: vehicle.createdAt,
      },
    }),
    response: enveloped(
      z.strictObject({
        ...identityShape,
        owner_id: id,
        vin: z.string(),
        color: z.string().nullable(),
        mileage: kilometres,
        created_at: moment,
      }),
    ),
  }),
  row({
    method: 'GET',
    path: '/vehicles/:id/history',
    summary: 'Service records of a vehicle, newest first',
    tag,
    operation: getVehicle,
    answer: 'data',
    present: (vehicle) => ({
      data: {
        vehicle: { ...printIdentity(vehicle), current_mileage: vehicle.mileage },
        service_records: vehicle.serviceRecords.map(printRecord),
      },
    }),
    response: enveloped(
      z.strictObject({
        vehicle: z.strictObject({ ...identityShape, current_mileage: kilometres }),
        service_records: z.array(recordShape),
      }),
    ),
  }),
  row({
    method: 'PATCH',
    path: '/vehicles/:id/mileage',
    summary: 'Update the mileage; a correction may lower it',
    tag,
    operation: updateMileage,
    body: mileageChange.superRefine(correctionNeedsReason),
    answer: 'data',
    present: ({ id, mileage, updatedAt }) => ({ data: { id, mileage, updated_at: updatedAt } }),
    response: enveloped(z.strictObject({ id, mileage: z.int(), updated_at: moment })),
  }),
];
