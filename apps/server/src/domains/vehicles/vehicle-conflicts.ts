import { AppError } from '../../kernel/errors.ts';

const message = 'A vehicle with this VIN already exists';

/** What the unique index on live vehicles' VINs says to the caller. */
export const vehicleConflicts = {
  vehicles_vin_unique: () => new AppError('VIN_EXISTS', message, [{ field: 'vin', message }]),
};
