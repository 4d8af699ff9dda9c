import { i18n } from '@lingui/core';
import { session } from './session.ts';

/**
 * The locale for figures and dates: the interface's language with the tenant's region when both speak the same
 * (French in Switzerland writes 1'234.50), else the language alone.
 */
export function formatLocale(): string {
  const tenant = session()?.tenant.locale;
  const language = i18n.locale || 'en';
  return tenant?.split('-')[0] === language ? tenant : language;
}

function timeZone(): string | undefined {
  return session()?.tenant.timeZone;
}

const cache = new Map<string, unknown>();

/** Intl objects cost far more to make than to use, and a list formats thousands of cells. */
function cached<T>(kind: string, options: object, make: (locale: string) => T): T {
  const key = `${kind}|${formatLocale()}|${JSON.stringify(options)}`;
  let made = cache.get(key) as T | undefined;
  if (made === undefined) {
    made = make(formatLocale());
    cache.set(key, made);
  }
  return made;
}

const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  cached('number', options, (locale) => new Intl.NumberFormat(locale, options));

const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cached('date', options, (locale) => new Intl.DateTimeFormat(locale, options));

/** Digits after the point in a currency: 2 for EUR, 0 for JPY, 3 for TND. */
export function minorDigits(currency: string): number {
  return numberFormat({ style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The tenant's currency, for amounts that carry none. */
export function tenantCurrency(): string {
  return session()?.tenant.currency ?? 'EUR';
}

/** An amount from integer minor units. `short` drops the decimals, for tiles and axes. */
export function money(minor: number, currency = tenantCurrency(), short = false): string {
  const digits = minorDigits(currency);
  const whole = short && { maximumFractionDigits: 0, minimumFractionDigits: 0 };
  return numberFormat({ style: 'currency', currency, ...whole }).format(minor / 10 ** digits);
}

export function number(value: number, maximumFractionDigits = 3): string {
  return numberFormat({ maximumFractionDigits }).format(value);
}

/** A share between 0 and 1. */
export function percent(share: number, maximumFractionDigits = 0): string {
  return numberFormat({ style: 'percent', maximumFractionDigits }).format(share);
}

/** Bare days (`2026-03-01`) belong to no time zone; instants are shown in the tenant's, or in that of where they happened. */
const printed =
  (options: Intl.DateTimeFormatOptions) =>
  (value: string, zone = timeZone()): string =>
    dateFormat({ ...options, timeZone: value.length === 10 ? 'UTC' : zone }).format(new Date(value));

export const date = printed({ dateStyle: 'medium' });
export const dateTime = printed({ dateStyle: 'medium', timeStyle: 'short' });
export const time = printed({ timeStyle: 'short' });

/** `2026-03` or a day of it, for axes and headings. */
export function month(value: string, style: 'short' | 'long' = 'short'): string {
  return printed({ month: style, year: style === 'long' ? 'numeric' : undefined })(
    value.length === 7 ? `${value}-01` : value,
  );
}

/** The calendar day of an instant in the tenant's time zone, as `YYYY-MM-DD`. */
export function dayOf(instant: Date = new Date()): string {
  const options = { timeZone: timeZone() };
  return cached('day', options, () => new Intl.DateTimeFormat('en-CA', options)).format(instant);
}

/** The hour (0 to 23) that it is in the tenant's time zone. */
export function hourOf(instant: Date = new Date()): number {
  const options = { hour: 'numeric', hourCycle: 'h23', timeZone: timeZone() } as const;
  return Number(cached('hour', options, () => new Intl.DateTimeFormat('en', options)).format(instant));
}

const STEPS = { year: 31_536_000, month: 2_592_000, week: 604_800, day: 86_400, hour: 3600, minute: 60 };

/** "3 days ago", "in 2 hours". */
export function ago(value: string, now = Date.now()): string {
  const seconds = (new Date(value).getTime() - now) / 1000;
  const relative = cached('ago', {}, (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  for (const [unit, size] of Object.entries(STEPS))
    if (Math.abs(seconds) >= size)
      return relative.format(Math.round(seconds / size), unit as keyof typeof STEPS);
  return relative.format(0, 'second');
}
