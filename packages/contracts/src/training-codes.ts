/** Letters and digits that nobody confuses when they read a code off a wall. */
export const CODE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;
/** Longer than this is no code, and is not looked up. */
export const LONGEST_CODE = 64;

/** A check-in code from as many random bytes as it has characters; 32 letters take five bits of each without bias. */
export const codeOf = (random: Uint8Array): string =>
  Array.from(random.subarray(0, CODE_LENGTH), (byte) => CODE_ALPHABET[byte & 31]).join('');

/** As it is stored: what was typed, without blanks around it and in capitals. */
export const readCode = (typed: string): string => typed.trim().toUpperCase();
