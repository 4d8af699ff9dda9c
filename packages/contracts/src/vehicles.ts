export const READING_SOURCES = ['manual', 'service', 'ocr', 'correction'] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

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
  lastServiceOn: string | null;
  abilities: VehicleAbilities;
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
}

export interface MileageReading {
  value: number;
  source: ReadingSource;
  reason: string | null;
  readAt: string;
}
