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

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached('number', options, (locale) => new Intl.NumberFormat(locale, options));
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached('date', options, (locale) => new Intl.DateTimeFormat(locale, options));
}

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
  const options: Intl.NumberFormatOptions = { style: 'currency', currency };
  if (short) Object.assign(options, { maximumFractionDigits: 0, minimumFractionDigits: 0 });
  return numberFormat(options).format(minor / 10 ** digits);
}

export function number(value: number, maximumFractionDigits = 3): string {
  return numberFormat({ maximumFractionDigits }).format(value);
}

/** A share between 0 and 1. */
export function percent(share: number, maximumFractionDigits = 0): string {
  return numberFormat({ style: 'percent', maximumFractionDigits }).format(share);
}

/** Bare days (`2026-03-01`) belong to no time zone; instants are shown in the tenant's, or in that of where they happened. */
function dateOptions(value: string, options: Intl.DateTimeFormatOptions, zone = timeZone()): string {
  const bare = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return dateFormat({ ...options, timeZone: bare ? 'UTC' : zone }).format(new Date(value));
}

export function date(value: string, zone?: string): string {
  return dateOptions(value, { dateStyle: 'medium' }, zone);
}

export function dateTime(value: string, zone?: string): string {
  return dateOptions(value, { dateStyle: 'medium', timeStyle: 'short' }, zone);
}

export function time(value: string, zone?: string): string {
  return dateOptions(value, { timeStyle: 'short' }, zone);
}

/** `2026-03` or a day of it, for axes and headings. */
export function month(value: string, style: 'short' | 'long' = 'short'): string {
  return dateOptions(value.length === 7 ? `${value}-01` : value, {
    month: style,
    year: style === 'long' ? 'numeric' : undefined,
  });
}

/** The calendar day of an instant in the tenant's time zone, as `YYYY-MM-DD`. */
export function dayOf(instant: Date = new Date()): string {
  const zone = timeZone();
  return cached('day', { zone }, () => new Intl.DateTimeFormat('en-CA', { timeZone: zone })).format(instant);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** "3 days ago", "in 2 hours". */
export function ago(value: string, now = Date.now()): string {
  const seconds = (new Date(value).getTime() - now) / 1000;
  const relative = cached(
    'ago',
    {},
    (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' }),
  );
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, 'second');
}
