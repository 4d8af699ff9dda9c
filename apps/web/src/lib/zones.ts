import { formatLocale } from './format.ts';
import { session } from './session.ts';

/** Whether times of this zone read differently from the tenant's, so that the zone must be named beside them. */
export const isElsewhere = (zone: string): boolean => zone !== session()?.tenant.timeZone;

/** A zone in words: "Eastern Time". */
export function zoneName(zone: string): string {
  const parts = new Intl.DateTimeFormat(formatLocale(), {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

const MINUTE_MS = 60_000;

/** What the clocks of a zone show at a moment, as if it were UTC. */
function wallClock(ms: number, zone: string): number {
  const text = new Date(ms).toLocaleString('sv-SE', { timeZone: zone });
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

/** A moment as a `datetime-local` field writes it, by the clocks of a zone. */
export const localIn = (iso: string, zone: string): string =>
  new Date(wallClock(Date.parse(iso), zone)).toISOString().slice(0, 16);

/**
 * The moment of such a field. An hour that the clocks show twice is the first of the two; one that they leave out is the
 * hour after it.
 */
export function momentIn(local: string, zone: string): string {
  const wall = Date.parse(`${local}Z`);
  const before = wall - wallClock(wall - 1440 * MINUTE_MS, zone) + wall - 1440 * MINUTE_MS;
  const after = wall - wallClock(wall + 1440 * MINUTE_MS, zone) + wall + 1440 * MINUTE_MS;
  const fits = [before, after].find((at) => wallClock(at, zone) === wall);
  return new Date(fits ?? before).toISOString();
}
