import { foldText } from './text.ts';

/** VINs and plates in the one spelling in which they are stored and compared (garage §3.3). */

const SEPARATORS = /[\s\p{Pd}]+/gu;
const VIN = /^[A-HJ-NPR-Z0-9]{17}$/;

/**
 * Upper case without spaces and dashes; null for what is no VIN: 17 of A-Z and 0-9 without I, O and Q. The North
 * American check digit is not enforced: European VINs do not have it.
 */
export function normalizeVin(text: string): string | null {
  const vin = text.replace(SEPARATORS, '').toUpperCase();
  return VIN.test(vin) ? vin : null;
}

const PLATE = /^[\p{L}\d -]{2,15}$/u;
const SIGN = /[\p{L}\d]/u;
/** French plates since 2009: AB-123-CD. */
const SIV = /^([A-Z]{2})[ -]*(\d{3})[ -]*([A-Z]{2})$/;

/**
 * Upper case, any dash as `-`, any run of blanks as one space; the French form always with its dashes. Null for what
 * is no plate: 2 to 15 letters, digits, dashes and spaces.
 */
export function normalizePlate(text: string): string | null {
  const plate = text
    .trim()
    .toUpperCase()
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ');
  const french = SIV.exec(plate);
  if (french) return french.slice(1).join('-');
  return PLATE.test(plate) && SIGN.test(plate) ? plate : null;
}

/** Letters and digits only, folded: equal for every spelling of one plate or VIN, and what search compares. */
export function plateKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\d]+/gu, '')
    .toLowerCase();
}

interface Identity {
  licensePlate: string;
  vin: string;
  make: string;
  model: string;
}

/** What substring search looks through: plate as stored, its key, VIN, make and model, each on a line of its own. */
export function vehicleSearchText({ licensePlate, vin, make, model }: Identity): string {
  return [foldText(licensePlate), plateKey(licensePlate), foldText(vin), foldText(`${make} ${model}`)].join(
    '\n',
  );
}
