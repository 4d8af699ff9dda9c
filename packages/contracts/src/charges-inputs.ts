import { z } from 'zod';
import { keyset, lineText, optionalText } from './fields.ts';
import { minorFromDecimal } from './money.ts';
import { CHARGE_STATUSES, CHARGE_TYPES } from './office.ts';
import { byClientRef, byRef, recordRef } from './office-fields.ts';

const MOST_HUNDREDTHS = 9_999_999_999;
const DECIMAL = /^\+?\d{1,20}(\.\d{1,20})?$/;

function hundredths(value: number | string): number | null {
  try {
    return minorFromDecimal(value);
  } catch {
    return null;
  }
}

/**
 * An amount as a number or a decimal text, out as hundredths. More than two decimals is refused, not rounded. A number
 * is read by its shortest decimal form, which gives back what was written for up to 15 digits, and these are ten.
 */
export const chargeAmount = z
  .union([z.number(), z.string().trim().regex(DECIMAL)], {
    error: ({ input }) => (input === undefined || input === null ? 'Required' : 'Must be a number'),
  })
  .transform((value, issues) => {
    const issue = (message: string) => {
      issues.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (Number(value) <= 0) return issue('Must be greater than 0');
    if (Number(value) > MOST_HUNDREDTHS / 100) return issue('Must be at most 99999999.99');
    return hundredths(value) ?? issue('Must have at most 2 decimals');
  });

export const chargePeriod = z
  .string({ error: 'Must be a month (YYYY-MM)' })
  .trim()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Must be a month (YYYY-MM)');

const status = z.enum(CHARGE_STATUSES, { error: `Must be one of ${CHARGE_STATUSES.join(', ')}` });
const clearedPeriod = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
  chargePeriod.nullish(),
) as unknown as z.ZodOptional<z.ZodNullable<typeof chargePeriod>>;

export const chargeCreate = z.object({
  clientRef: recordRef,
  amount: chargeAmount,
  chargeType: z.enum(CHARGE_TYPES, { error: `Must be one of ${CHARGE_TYPES.join(', ')}` }),
  period: clearedPeriod,
  currency: z
    .string({ error: 'Must be three upper-case letters' })
    .trim()
    .regex(/^[A-Z]{3}$/, 'Must be three upper-case letters')
    .default('ILS'),
});

export const chargeFilters = z.object({
  clientRef: recordRef.optional(),
  status: status.optional(),
  period: chargePeriod.optional(),
});

/** Newest first. */
export const chargeList = chargeFilters.extend(keyset);

/** Sums over what a filter means. */
export const chargeTotals = chargeFilters.omit({ status: true });

export const chargeAging = z.object({ clientRef: recordRef.optional(), ...keyset });

/** A numbered page, newest first. */
export const chargePage = chargeFilters.extend({
  page: z.int().min(1).max(1_000_000_000),
  pageSize: z.int().min(1).max(100),
});

export const chargeInvoiceAttach = byRef.extend({
  provider: lineText(1, 100),
  externalInvoiceId: lineText(1, 200),
  documentUrl: optionalText(2000).refine(
    (url) => !url || /^https?:\/\/[^\s/?#]+([/?#]\S*)?$/i.test(url),
    'Must be a web address',
  ),
});

export const paymentReminder = byClientRef.extend({ text: optionalText(1000) });
