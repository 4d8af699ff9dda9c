/** Check digits of numbers that identify a firm and its bank account. All take the stored form: see `compactNumber`. */

/** Upper case without the spaces, dots and dashes that people type for legibility. */
export const compactNumber = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

function luhn(digits: string): boolean {
  let sum = 0;
  for (const [i, char] of [...digits].reverse().entries()) {
    const digit = Number(char) * (i % 2 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** 14 digits: a French establishment. */
export const isSiret = (text: string): boolean => /^\d{14}$/.test(text) && luhn(text);

/**
 * A VAT number: French ones with the key over their SIREN (source: article R123-221 of the Code de commerce, BOFiP);
 * of other countries the form alone.
 */
export function isVatNumber(text: string): boolean {
  const french = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(text);
  if (french) {
    const [, key = '', siren = ''] = french;
    return !/^\d\d$/.test(key) || Number(key) === (12 + 3 * (Number(siren) % 97)) % 97;
  }
  return !text.startsWith('FR') && /^(?=.*\d)[A-Z]{0,2}[0-9A-Z]{5,13}$/.test(text);
}

/** ISO 13616: country, two check digits, account; the whole modulo 97 is one. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  if (text.startsWith('FR') && text.length !== 27) return false;
  let rest = 0;
  for (const char of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** ISO 9362: 8 or 11 characters. */
export const isBic = (text: string): boolean => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);
