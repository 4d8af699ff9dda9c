import { z } from 'zod';
import { email, keyset, lineText, requiredText } from './fields.ts';
import { GUEST_DURATIONS, GUEST_FEATURES } from './guest-access.ts';
import { ITEM_TYPES } from './item-sales.ts';

const cents = z
  .int('Must be a whole number of cents')
  .min(50, 'Must be at least 50')
  .max(99_999_999, 'Must be at most 99999999');

const tier = z.object({
  id: requiredText(100).regex(/^[\w.-]+$/, 'Letters, digits, dots, hyphens and underscores only'),
  name: requiredText(120),
  amountCents: cents,
  currency: z
    .string({ error: 'Must be a currency' })
    .trim()
    .toLowerCase()
    .refine((code) => Intl.supportedValuesOf('currency').includes(code.toUpperCase()), 'Must be a currency'),
  downloads: z
    .int()
    .min(1, 'Must be at least 1')
    .max(100_000)
    .nullish()
    .transform((count) => count ?? null),
});

export const itemCreate = z.object({
  title: requiredText(200),
  itemType: z.enum(ITEM_TYPES, { error: `Must be one of ${ITEM_TYPES.join(', ')}` }),
  tiers: z
    .array(tier, { error: 'Must be a list' })
    .min(1, 'At least one price is required')
    .max(20, 'At most 20 prices')
    .refine(
      (tiers) => new Set(tiers.map(({ id }) => id)).size === tiers.length,
      'Prices must have ids of their own',
    ),
});

export const itemList = z.object({ search: z.string().max(200).optional(), ...keyset });

export const guestPriceSet = z.object({
  feature: z.enum(GUEST_FEATURES),
  duration: z.enum(GUEST_DURATIONS),
  /** US cents. */
  amountCents: cents,
});

export const guestCheckout = z.object({
  feature: z.enum(GUEST_FEATURES),
  duration: z.enum(GUEST_DURATIONS),
  email,
  name: lineText(0, 120),
});
