/**
 * Reads a number as people type it: either decimal mark, spaces, apostrophes or points between thousands, a currency sign around.
 * With both marks present the last one is decimal. A lone mark followed by exactly three digits is ambiguous ("1.234"):
 * it groups thousands only if the locale groups with it. Returns null for anything else.
 */
export function parseNumber(text: string, locale: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'’_]|\p{Sc}|[A-Za-z]{3}$/gu, '').replace('−', '-');
  if (!/^-?[\d.,]+$/.test(bare) || !/\d/.test(bare)) return null;
  const decimal = decimalMark(bare, locale);
  const other = decimal === ',' ? '.' : ',';
  const plain = bare.split(other).join('');
  const parts = plain.split(decimal);
  if (parts.length > 2) return null;
  const value = Number(parts.join('.'));
  return Number.isFinite(value) ? value : null;
}

function decimalMark(text: string, locale: string): ',' | '.' {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const mark = comma >= 0 ? ',' : '.';
  const count = text.split(mark).length - 1;
  const grouped = new RegExp(`^-?\\d{1,3}(\\${mark}\\d{3})+$`).test(text);
  if (count > 1) return mark === ',' ? '.' : ',';
  if (grouped && groupMark(locale) === mark) return mark === ',' ? '.' : ',';
  return mark;
}

function groupMark(locale: string): string {
  return (
    new Intl.NumberFormat(locale, { useGrouping: true })
      .formatToParts(1_234_567)
      .find((part) => part.type === 'group')?.value ?? ''
  );
}

/** Integer minor units of an amount as typed, or null. Rounds half away from zero, as the server does. */
export function parseMinor(text: string, locale: string, digits: number): number | null {
  const value = parseNumber(text, locale);
  if (value === null) return null;
  // Through exponent notation, since 1.005 * 100 is 100.49999999999999.
  const scaled = Number(`${Math.abs(value)}e${digits}`);
  return Math.sign(value) * Math.round(scaled) || 0;
}
