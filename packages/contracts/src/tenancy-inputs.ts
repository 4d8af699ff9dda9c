import { z } from 'zod';
import { address } from './contacts-inputs.ts';
import { clearable, email, expectedVersion, lineText, optionalText } from './fields.ts';
import { businessName, linkToken, locale } from './identity-inputs.ts';
import { compactNumber, isBic, isIban, isSiret, isVatNumber } from './legal-numbers.ts';
import { TENANT_MODULES } from './modules.ts';
import { STAFF_ROLES } from './roles.ts';
import { LEGAL_TEXTS } from './tenancy.ts';

/** A number that people type with spaces; kept without them. */
const number = (valid: (text: string) => boolean, message: string) =>
  clearable(
    z.string({ error: 'Must be a text' }).max(60, message).transform(compactNumber).refine(valid, message),
  );

const days = (least: number) =>
  z
    .int({ error: 'Must be a whole number' })
    .min(least, `Must be at least ${least}`)
    .max(365, 'Must be at most 365');

const decimals2 = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

/** An IANA zone in the spelling of the time zone database; offsets such as +01:00 know no summer time. */
const timeZone = z.string({ error: 'Must be a time zone' }).transform((text, ctx) => {
  try {
    const { timeZone: zone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    // Renamed zones keep the name that was asked for.
    if (/^[A-Za-z]/.test(text)) return zone.toLowerCase() === text.toLowerCase() ? zone : text;
  } catch {
    // Not a zone: said below.
  }
  ctx.addIssue({ code: 'custom', message: 'Must be a time zone' });
  return z.NEVER;
});

const currency = z
  .string({ error: 'Must be a currency' })
  .trim()
  .toUpperCase()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'Must be a currency');

const website = clearable(
  z.url({ protocol: /^https?$/, error: 'Must be a web address' }).max(255, 'Must be at most 255 characters'),
);

const line = (max: number) => clearable(lineText(1, max));

/** Absent leaves a field alone, null clears it; `address` and each text are replaced whole. */
export const settingsUpdate = z.object({
  version: expectedVersion,
  name: businessName.optional(),
  timeZone: timeZone.optional(),
  locale: locale.optional(),
  currency: currency.optional(),
  modules: z
    .array(z.enum(TENANT_MODULES, { error: `Must be one of ${TENANT_MODULES.join(', ')}` }), {
      error: 'Must be a list',
    })
    .min(1, 'At least one')
    .transform((list) => [...new Set(list)])
    .optional(),
  companyName: lineText(1, 255).optional(),
  legalForm: line(100),
  capital: line(100),
  siret: number(isSiret, 'Invalid SIRET'),
  vatNumber: number(isVatNumber, 'Invalid VAT number'),
  rcs: line(100),
  address: address.nullish(),
  phone: line(40),
  email: clearable(email),
  website,
  iban: number(isIban, 'Invalid IBAN'),
  bic: number(isBic, 'Invalid BIC'),
  defaultVatRate: z
    .number({ error: 'Must be a number' })
    .min(0, 'Must be at least 0')
    .max(100, 'Must be at most 100')
    .refine(decimals2, 'Must have at most 2 decimals')
    .optional(),
  vatExempt: z.boolean({ error: 'Must be true or false' }).optional(),
  paymentTermDays: days(0).optional(),
  quoteValidityDays: days(1).optional(),
  hourlyRateCents: z
    .int({ error: 'Must be a whole number' })
    .min(0, 'Must be at least 0')
    .max(100_000_000, 'Too large')
    .nullish(),
  conversionTarget: z
    .number({ error: 'Must be a number' })
    .min(0, 'Must be at least 0')
    .max(1, 'Must be at most 1')
    .refine(decimals2, 'Must have at most 2 decimals')
    .optional(),
  legalTexts: z
    .partialRecord(z.enum(LEGAL_TEXTS), optionalText(2000), { error: 'Must be an object' })
    .optional(),
});

export const logoUpload = z.object({
  filename: lineText(1, 255),
  /** The file's bytes, with or without a `data:` prefix. */
  base64: z.string({ error: 'Required' }).max(8_000_000, 'Too large'),
});

export const checkSubdomain = z.object({ subdomain: z.string().max(255) });

const staffRole = z.enum(STAFF_ROLES, { error: `Must be one of ${STAFF_ROLES.join(', ')}` });

export const invite = z.object({ email, role: staffRole });
export const byInvitationId = z.object({ id: z.string() });

export const acceptInvitation = z.object({
  token: linkToken,
  /** Name and password of a new account; the password alone proves an existing one. */
  name: z.string().max(1000).optional(),
  password: z.string().max(200, 'Must be at most 200 characters').optional(),
});

/** Lower-cased, so that nobody is somebody else by another spelling of their id. */
const userId = z.string().toLowerCase();

export const changeRole = z.object({ userId, role: staffRole });
export const byUserId = z.object({ userId });

export const onboardingDismiss = z.object({ dismissed: z.boolean({ error: 'Must be true or false' }) });

/** The plans that are sold. */
export const planCheckout = z.object({
  plan: z.enum(['starter', 'pro', 'enterprise'], { error: 'Must be a plan that is sold' }),
});
export const billingPortal = z.object({});
