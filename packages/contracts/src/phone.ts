/** Calling codes of the countries that dial a 0 before national numbers, by region of a locale. */
const CALLING_CODES: Record<string, string> = {
  AT: '43',
  BE: '32',
  CH: '41',
  DE: '49',
  FR: '33',
  GB: '44',
  IL: '972',
  MA: '212',
  NL: '31',
};

/**
 * A number as people of the locale's country write it, with its calling code in front: `06 12 34 56 78` in fr-FR →
 * `+33612345678`. What cannot be told is returned without separators and left to whoever validates.
 */
export function internationalPhone(text: string, locale: string): string {
  const compact = text.replace(/[\s.\-()/]/g, '').replace(/^00/, '+');
  const code = CALLING_CODES[locale.split('-')[1] ?? ''];
  return code && /^0[1-9]\d+$/.test(compact) ? `+${code}${compact.slice(1)}` : compact;
}
