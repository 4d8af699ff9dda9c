import { z } from 'zod';

/** An id as callers write it; one that is no UUID names nothing. */
export const portalId = z.string({ error: 'Required' }).trim().min(1, 'Required').max(64, 'Invalid id');

export const byPortalId = z.object({ id: portalId });

/** A trimmed text of min..max characters, stored as typed. */
export const portalText = (min: number, max: number) =>
  z
    .string({ error: 'Required' })
    .trim()
    .min(min, min > 1 ? `Must be at least ${min} characters` : 'Required')
    .max(max, `Must be at most ${max} characters`);

/** Absent stays absent; null and "" become null. */
export const portalNote = (max: number) =>
  portalText(0, max)
    .transform((text) => text || null)
    .nullish();

const ISO = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;
const NO_DATE = 'Must be an ISO date or date-time';

/** The UTC day (YYYY-MM-DD, of the years 1 to 9999) of an ISO date or date-time, or null for what is none. */
export function utcDayOf(text: string): string | null {
  const [, day, time] = ISO.exec(text) ?? [];
  if (!day) return null;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return null;
  const moment = new Date(time ? text : date);
  if (Number.isNaN(moment.getTime())) return null;
  const utc = moment.toISOString();
  // Of the years with four figures the database knows no year 0.
  return /^\d{4}-/.test(utc) && utc >= '0001' ? utc.slice(0, 10) : null;
}

/** A calendar day: an ISO date or date-time, of which the UTC date counts; null clears. */
export const calendarDay = z
  .string({ error: NO_DATE })
  .trim()
  .refine((text) => text === '' || utcDayOf(text) !== null, NO_DATE)
  .transform((text) => (text === '' ? null : utcDayOf(text)))
  .nullish();

/** A moment: an ISO date-time with its zone, or the midnight in UTC of an ISO date; null clears. */
export const portalInstant = z
  .string({ error: NO_DATE })
  .trim()
  .refine((text) => text === '' || utcDayOf(text) !== null, NO_DATE)
  .transform((text) => (text === '' ? null : new Date(text).toISOString()))
  .nullish();

/** Three capital letters of ISO 4217. */
export const currencyCode = z
  .string({ error: 'Must be a currency' })
  .trim()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'Must be a currency');

const WHOLE = 'Must be a whole number';

/** Whole units of a currency. */
export const wholeMoney = (min: number) =>
  z.int({ error: WHOLE }).min(min, `Must be at least ${min}`).max(100_000_000, 'Must be at most 100000000');

/** Optimistic version of the row, for screens. */
export const knownVersion = z.int().positive().optional();
