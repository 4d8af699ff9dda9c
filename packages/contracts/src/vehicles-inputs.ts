import { z } from 'zod';
import { expectedVersion, keyset, optionalText, plainDate, requiredText, uuid } from './fields.ts';
import { decimalsOf } from './money.ts';
import { normalizePlate, normalizeVin } from './vehicle-identity.ts';
import { MILEAGE_MAX, VEHICLE_SORTS } from './vehicles.ts';

/** A text that is stored in its one normal spelling; `normalize` answers null for what is none. */
const normalized = (normalize: (text: string) => string | null, message: string) =>
  z.string({ error: 'Required' }).transform((text, ctx) => {
    const value = normalize(text);
    if (value !== null) return value;
    ctx.addIssue({ code: 'custom', message: text.trim() ? message : 'Required' });
    return z.NEVER;
  });

export const vin = normalized(normalizeVin, 'Invalid VIN');
export const licensePlate = normalized(normalizePlate, 'Invalid license plate');

/** What a year may at all be; that it is no later than next year is judged by the clock. */
export const YEAR_MESSAGE = 'Must be a year from 1900 to next year';
export const year = z.int(YEAR_MESSAGE).min(1900, YEAR_MESSAGE).max(2999, YEAR_MESSAGE);

const MILEAGE_MESSAGE = `Must be a whole number from 0 to ${MILEAGE_MAX}`;
export const mileage = z.int(MILEAGE_MESSAGE).min(0, MILEAGE_MESSAGE).max(MILEAGE_MAX, MILEAGE_MESSAGE);

export const identity = {
  ownerId: uuid,
  vin,
  licensePlate,
  make: requiredText(50),
  model: requiredText(100),
  year,
};

const particulars = {
  color: optionalText(50),
  firstRegistration: plainDate.nullish(),
  fuel: optionalText(50),
  nextInspection: plainDate.nullish(),
};

export const vehicleCreate = z.object({ ...identity, ...particulars, mileage: mileage.nullish() });

/** Absent leaves a field alone, null clears it. The mileage has its own verb. */
export const vehicleUpdate = z.object({
  id: z.string(),
  version: expectedVersion,
  ...z.object(identity).partial().shape,
  ...particulars,
});

/** A correction may lower the mileage and says why. */
export const correctionNeedsReason = (
  { correction, reason }: { correction?: boolean; reason?: string | null },
  ctx: z.RefinementCtx,
) => {
  if (correction && !reason) ctx.addIssue({ code: 'custom', path: ['reason'], message: 'Required' });
};

export const mileageChange = z.object({
  mileage,
  correction: z.boolean({ error: 'Must be true or false' }).optional(),
  reason: optionalText(500).refine((text) => !text || text.length >= 3, 'Must be at least 3 characters'),
});

export const mileageUpdate = mileageChange.extend({ id: z.string() }).superRefine(correctionNeedsReason);

export const vehicleFilters = z.object({
  search: z.string().max(200).optional(),
  ownerId: uuid.optional(),
});

export const vehicleList = vehicleFilters.extend({
  ...keyset,
  sort: z.enum(VEHICLE_SORTS).default('createdAt'),
  dir: z.enum(['asc', 'desc']).default('desc'),
});

export const samePlate = z.object({
  plate: z.string().max(50),
  /** The vehicle being edited. */
  exceptId: uuid.optional(),
});

const positiveQuantity = z
  .number({ error: 'Must be a number' })
  .gt(0, 'Must be greater than 0')
  .max(999_999.999, 'Must be at most 999999.999')
  .refine((value) => decimalsOf(value) <= 3, 'Must have at most 3 decimals');

const cents = z
  .int('Must be whole cents')
  .min(0, 'Must be at least 0')
  .max(999_999_999, 'Must be at most 9999999.99');

const servicePart = z.object({
  name: requiredText(200),
  quantity: positiveQuantity,
  unitPriceCents: cents,
});

const record = {
  /** YYYY-MM-DD, not after today. */
  date: plainDate,
  mileage,
  description: requiredText(1000),
};

const costing = {
  parts: z.array(servicePart).max(100, 'At most 100 parts').optional(),
  laborHours: z
    .number({ error: 'Must be a number' })
    .min(0, 'Must be at least 0')
    .max(9999.99, 'Must be at most 9999.99')
    .refine((value) => decimalsOf(value) <= 2, 'Must have at most 2 decimals')
    .nullish(),
  /** Null or left out: parts and hours make the cost. */
  costCents: cents.nullish(),
};

export const serviceRecordAdd = z.object({ vehicleId: z.string(), ...record, ...costing });

/** Absent leaves a field alone; a cost of null is made anew from parts and hours. */
export const serviceRecordUpdate = z.object({
  id: z.string(),
  ...z.object(record).partial().shape,
  ...costing,
});
