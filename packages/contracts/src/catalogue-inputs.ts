import { z } from 'zod';
import {
  CATALOGUE_LOCALES,
  ENGAGEMENT_TYPES,
  SERVICE_DOMAINS,
  SERVICE_INDUSTRIES,
  SERVICE_TAGS,
  URGENCIES,
  URGENCY_CLASSES,
} from './catalogue.ts';
import { expectedVersion, keyset, requiredText } from './fields.ts';
import { DELIVERY_MODES, PURCHASE_TYPES } from './portal.ts';

const word = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `Must be one of ${words.join(', ')}` });

const locale = word(CATALOGUE_LOCALES).default('en');

export const serviceSlug = z
  .string({ error: 'Required' })
  .trim()
  .max(120, 'Must be at most 120 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Must be lower-case words joined by hyphens');

export const serviceList = z.object({
  domain: word(SERVICE_DOMAINS).optional(),
  industry: word(SERVICE_INDUSTRIES).optional(),
  type: word(ENGAGEMENT_TYPES).optional(),
  urgency: word(URGENCY_CLASSES).optional(),
  /** Also those that are no longer sold; for who manages the catalogue. */
  retired: z.boolean().default(false),
  locale,
  ...keyset,
});

export const serviceBySlug = z.object({ slug: z.string().max(120), locale });
export const serviceRetire = z.object({ slug: z.string().max(120), version: expectedVersion });

const line = requiredText(200);
const lines = (min: number, max: number) => z.array(line).min(min).max(max);
const euros = z.int().min(0).max(100_000_000);

const texts = {
  title: line,
  oneLine: requiredText(300),
  problemStatement: requiredText(2000),
  bestFor: lines(3, 3),
  notFor: lines(3, 3),
  outcomes: lines(3, 3),
  deliverables: lines(5, 7),
  processSteps: lines(5, 5),
  inputsRequired: lines(4, 4),
  includes: lines(3, 3),
  ctaLabel: requiredText(60),
  securityNote: requiredText(1000),
  faq: z.array(z.object({ question: requiredText(300), answer: requiredText(2000) })).length(3),
};

const range = <T extends { min: number; max: number }>(value: T) => value.min <= value.max;
const ORDER = 'The least must not exceed the most';

/** A service with its English texts; `code` names the one that it replaces. */
export const serviceSave = z
  .object({
    code: requiredText(40),
    slug: serviceSlug,
    position: z.int().min(0).max(10_000).optional(),
    ...texts,
    deliveryModes: z
      .array(word(DELIVERY_MODES))
      .min(1)
      .max(3)
      .refine((modes) => new Set(modes).size === modes.length, 'Must not repeat'),
    duration: z
      .object({ minWeeks: z.int().min(1).max(260), maxWeeks: z.int().min(1).max(260) })
      .refine(({ minWeeks: min, maxWeeks: max }) => range({ min, max }), ORDER),
    pricing: z.object({
      project: z
        .object({ minEUR: euros, maxEUR: euros })
        .refine(({ minEUR: min, maxEUR: max }) => range({ min, max }), ORDER),
      hourlyEquivalent: euros,
      notes: requiredText(1000),
    }),
    onsitePolicy: z.object({ text: requiredText(1000), dayRateEUR: euros }),
    purchaseType: word(PURCHASE_TYPES),
    depositCents: z.int().min(100).max(1_000_000_000).nullish(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Must be three capital letters')
      .default('EUR'),
    domains: z.array(word(SERVICE_DOMAINS)).min(1).max(4),
    industries: z.array(word(SERVICE_INDUSTRIES)).min(1).max(4),
    engagementType: word(ENGAGEMENT_TYPES),
    urgencyClass: word(URGENCY_CLASSES),
    tags: z
      .array(word(SERVICE_TAGS))
      .min(1)
      .max(SERVICE_TAGS.length)
      .refine((tags) => new Set(tags).size === tags.length, 'Must not repeat'),
    translations: z
      .object({
        fr: z
          .object({ ...texts, pricingNotes: requiredText(1000), onsiteText: requiredText(1000) })
          .optional(),
      })
      .default({}),
    version: expectedVersion,
  })
  .refine(({ purchaseType, depositCents }) => (purchaseType === 'deposit') === (depositCents != null), {
    path: ['depositCents'],
    message: 'A deposit belongs to services that are bought by deposit',
  });

const MOST_WORDS = 777;
/** What a brief is told that is over a limit; the door maps it to its own key. */
export const BRIEF_TOO_LONG = `Must be at most ${MOST_WORDS} words`;
const signal = z.array(z.string().trim().max(80, 'Must be at most 80 characters')).max(20).default([]);

/** A problem in the visitor's own words. Words are runs of characters that are not blank. */
export const intakeRequest = z.object({
  brief: z
    .string({ error: 'Required' })
    .trim()
    .min(1, { error: 'Required', abort: true })
    .max(20_000, { error: BRIEF_TOO_LONG, abort: true })
    .refine((text) => text.split(/\s+/).length <= MOST_WORDS, BRIEF_TOO_LONG),
  signals: z
    .object({ urgency: word(URGENCIES).optional(), constraints: signal, context: signal })
    .default({ constraints: [], context: [] }),
});
