import { AppError } from './errors.ts';

/** Refuses a save made on an older reading of the row, instead of silently overwriting what a colleague wrote. */
export function checkVersion(row: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== row.version) {
    throw new AppError('VERSION_CONFLICT', undefined, { expected, current: row.version });
  }
}
