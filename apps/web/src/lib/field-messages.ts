import { t } from '@lingui/core/macro';

/** The server words field errors in English; the common ones are said in the user's language, the rest stay as they are. */
export function fieldMessage(message: string): string {
  if (/required|expected \w+, received undefined|non-?empty/i.test(message)) return t`This is required.`;
  if (/e-?mail/i.test(message) && /invalid|format/i.test(message)) return t`This is not an e-mail address.`;
  if (/customer has no e-mail/i.test(message)) return t`The customer has no e-mail address.`;
  if (/customer has no phone/i.test(message)) return t`The customer has no phone number.`;
  const fullest = /^at most (\d+) tags$/i.exec(message)?.[1];
  if (fullest) return t`At most ${fullest} tags.`;
  if (/phone/i.test(message)) return t`This is not a phone number.`;
  if (/must be a (whole )?number/i.test(message)) return t`Enter a figure.`;
  const least = /must be (?:at least|>=?) ?(\d+)$/i.exec(message)?.[1];
  if (least) return t`At least ${least}.`;
  const most = /must be (?:at most|<=?) ?(\d+)$/i.exec(message)?.[1];
  if (most) return t`At most ${most}.`;
  if (/must be greater than 0/i.test(message)) return t`Must be more than zero.`;
  if (/invalid id/i.test(message)) return t`Choose one from the list.`;
  if (/must be a date/i.test(message)) return t`This is not a date.`;
  const fewest = /(?:>=|at least )\s*(\d+) character/i.exec(message)?.[1];
  if (fewest) return t`At least ${fewest} characters.`;
  const longest = /(?:<=|at most )\s*(\d+) character/i.exec(message)?.[1];
  if (longest) return t`At most ${longest} characters.`;
  if (/^invalid (SIRET|IBAN|BIC|VAT number)$/i.test(message)) return t`A digit is wrong or missing.`;
  if (/must be a web address/i.test(message)) return t`This is not a web address. It starts with https://`;
  if (/postal code must have 5 digits/i.test(message)) return t`Five digits.`;
  if (/taken by another binder/i.test(message)) return t`Another binder in the office has this number.`;
  if (/must not be after today/i.test(message)) return t`Not after today.`;
  if (/wrong password/i.test(message)) return t`This is not your password.`;
  if (/must be a (time zone|currency|language tag)/i.test(message)) return t`Choose one from the list.`;
  if (/invalid (input|option|value)/i.test(message)) return t`This value is not accepted.`;
  return message;
}
