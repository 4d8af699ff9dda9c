import { z } from 'zod';

/** Building blocks of the portal's wire form: camelCase keys, whole euros, ISO date-times in UTC. */

export const id = z.uuid();
export const moment = z.iso.datetime({ precision: 3 });
/** A calendar day, printed as midnight in UTC. */
export const dayMoment = z.string().regex(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);

/** `{ok: true, …}` exactly. */
export const okay = (keys: z.ZodRawShape = {}) => z.strictObject({ ok: z.literal(true), ...keys });
export const okayItem = (item: z.ZodType) => okay({ item });
export const okayItems = (item: z.ZodType) => okay({ items: z.array(item) });

/** `YYYY-MM-DD` of the database as the contract prints calendar days. */
export const printDay = (day: string | null): string | null => day && `${day}T00:00:00.000Z`;

/** Minor units as the whole units that the contract prints, rounded half away from zero. */
export function wholeUnits(minor: number | null): number | null {
  return minor === null ? null : Math.sign(minor) * Math.round(Math.abs(minor) / 100) || 0;
}
