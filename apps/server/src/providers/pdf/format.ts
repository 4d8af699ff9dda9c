import { decimalFromMinor, minorDigits } from '@officina/contracts/money';
import type { PrintedAddress } from './port.ts';

/** Narrow no-break space: between groups of digits and before units (French typography). */
export const NARROW_SPACE = '\u202f';

const languageOf = (locale: string): string | undefined => locale.toLowerCase().split(/[-_]/)[0];

export const isFrench = (locale: string): boolean => languageOf(locale) === 'fr';
export const isHebrew = (locale: string): boolean => languageOf(locale) === 'he';

/** The locale whose numbers go with the labels: the given one for French and English, else British English. */
export function numberLocale(locale: string): string {
  const tag = locale.replaceAll('_', '-');
  if (!/^(fr|en)(-|$)/i.test(tag)) return 'en-GB';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'fr-FR';
  } catch {
    return tag.toLowerCase().startsWith('fr') ? 'fr-FR' : 'en-GB';
  }
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(numberLocale(locale), options);
    formats.set(key, format);
  }
  return format;
}

const narrow = (text: string) => text.replaceAll('\u00a0', NARROW_SPACE);

/** 123456 → `1 234,56 €`; the minor digits are the currency's. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  return narrow(
    numberFormat(locale, { style: 'currency', currency }).format(decimalFromMinor(minor, digits)),
  );
}

/** As money, with up to two decimals more where a price has them: 1999.99 → `19,9999 €`. */
export function formatPrice(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const finer = { minimumFractionDigits: digits, maximumFractionDigits: digits + 2 };
  return narrow(numberFormat(locale, { style: 'currency', currency, ...finer }).format(minor / 10 ** digits));
}

/** 1500 (thousandths) → `1,5`: as many decimals as there are, at most four. */
export function formatQuantity(quantityMilli: number, locale: string): string {
  return narrow(numberFormat(locale, { maximumFractionDigits: 4 }).format(quantityMilli / 1000));
}

/** 550 (hundredths of a percent) → `5,5 %`. */
export function formatRate(rateBp: number, locale: string): string {
  return narrow(numberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(rateBp / 10_000));
}

export function formatMileage(kilometres: number, locale: string): string {
  const unit = isHebrew(locale) ? 'ק״מ' : 'km';
  return `${narrow(numberFormat(locale, { maximumFractionDigits: 0 }).format(kilometres))}${NARROW_SPACE}${unit}`;
}

/** 2026-01-15 → 15/01/2026, in every language (garage §5.1). */
export function formatDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** Groups of four with plain spaces, which banks' forms accept when pasted. */
export function formatIban(iban: string): string {
  return iban
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');
}

/** 73282932000074 → 732 829 320 00074; other texts as they are. */
export function formatSiret(siret: string): string {
  const digits = siret.replace(/\s/g, '');
  return /^\d{14}$/.test(digits)
    ? digits.replace(/^(\d{3})(\d{3})(\d{3})/, `$1\u00a0$2\u00a0$3\u00a0`)
    : siret;
}

/** +33612345678 → +33 6 12 34 56 78; other numbers as they are. */
export function formatPhone(phone: string): string {
  const match = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone);
  return match ? `+33 ${match.slice(1).join(' ')}` : phone;
}

/** "10000" → `10 000 €`; a text that is no bare number stays. */
export function formatCapital(capital: string, currency: string, locale: string): string {
  const digits = capital.replace(/\s/g, '');
  if (!/^\d{1,15}$/.test(digits)) return capital;
  return narrow(
    numberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(Number(digits)),
  );
}

function countryName(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return (
    new Intl.DisplayNames([isHebrew(locale) ? 'he' : numberLocale(locale)], { type: 'region' }).of(country) ??
    country
  );
}

/** Lines of an address; the country only where it differs from `homeCountry`. */
export function addressLines(
  address: PrintedAddress | null | undefined,
  locale: string,
  homeCountry?: string | null,
): string[] {
  if (!address) return [];
  const town = [address.postalCode, address.city].filter(Boolean).join(' ');
  const country = address.country && address.country !== homeCountry ? address.country : null;
  return [...(address.street ?? '').split('\n'), town, country ? countryName(country, locale) : '']
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
