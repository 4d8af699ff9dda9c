export const READING_SOURCES = ['manual', 'service', 'ocr', 'correction'] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

/** Kilometres. */
export const MILEAGE_MAX = 9_999_999;

export const VEHICLE_SORTS = ['createdAt', 'licensePlate'] as const;

export interface VehicleAbilities {
  edit: boolean;
  delete: boolean;
}

export interface VehicleView {
  id: string;
  ownerId: string;
  vin: string;
  licensePlate: string;
  make: string;
  model: string;
  year: number;
  color: string | null;
  mileage: number | null;
  firstRegistration: string | null;
  fuel: string | null;
  nextInspection: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface VehicleListItem extends VehicleView {
  owner: { id: string; name: string };
  /** YYYY-MM-DD */
  lastServiceOn: string | null;
  abilities: VehicleAbilities;
}

/** A vehicle with its history. */
export interface VehicleDetail extends VehicleListItem {
  owner: { id: string; name: string; email: string | null; phone: string | null };
  /** For a chart: oldest first, with the mileages of service records. */
  readings: MileageReading[];
  /** Newest first. */
  serviceRecords: ServiceRecordView[];
}

/** A vehicle whose plate is the one being entered: plates move between cars, so it is a hint and no error. */
export interface SamePlateVehicle {
  id: string;
  licensePlate: string;
  make: string;
  model: string;
  owner: { id: string; name: string };
}

export interface ServicePart {
  name: string;
  quantity: number;
  unitPriceCents: number;
}

export interface ServiceRecordView {
  id: string;
  vehicleId: string;
  /** YYYY-MM-DD */
  date: string;
  mileage: number;
  description: string;
  costCents: number | null;
  parts: ServicePart[];
  laborHours: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface MileageReading {
  value: number;
  source: ReadingSource;
  reason: string | null;
  readAt: string;
}
