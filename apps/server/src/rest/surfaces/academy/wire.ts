import { z } from 'zod';

/** Building blocks of the academy's wire form. Ids are uuids, moments ISO 8601 in UTC, money dollars with cents. */

export const id = z.uuid();
export const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const dollars = z
  .number()
  .refine((amount) => Number.isInteger(Math.round(amount * 1e6) / 1e4), 'More than two decimals');

/** Minor units as this contract writes money. */
export const printDollars = (minor: number): number => minor / 100;

/** A null counts as absent; empty texts do where the contract says so. */
export const absentWhenNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value ?? undefined, schema.optional());
