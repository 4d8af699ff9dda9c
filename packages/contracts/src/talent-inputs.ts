import { z } from 'zod';
import { email, expectedVersion, keyset, lineText, optionalText } from './fields.ts';
import { TALENT_CONTACT_STATUSES, TALENT_STATUSES } from './portal.ts';
import {
  AVAILABILITIES,
  ENGAGEMENT_MODES,
  RATE_BANDS,
  SENIORITIES,
  TALENT_DOMAINS,
  TALENT_LANGUAGES,
  TALENT_ROLE_IDS,
  type TalentRole,
} from './talent.ts';

const word = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `Must be one of ${words.join(', ')}` });
const distinct = <T>(list: T[]) => [...new Set(list)];
const role = word(TALENT_ROLE_IDS as readonly [TalentRole, ...TalentRole[]]);

const webAddress = z
  .string()
  .trim()
  .max(300, 'Must be at most 300 characters')
  .refine(
    (text) => text === '' || (/^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text)),
    'Must be a web address',
  )
  .transform((text) => text || null)
  .nullish();

/** An expert's form. `honeypot` is left empty by people. */
export const talentSignal = z.object({
  fullName: lineText(1, 120),
  email: email.max(254, 'Must be at most 254 characters'),
  locationTimezone: optionalText(120),
  linkedInUrl: webAddress,
  primaryRole: role,
  secondaryRoles: z.array(role).max(100).default([]),
  domains: z.array(word(TALENT_DOMAINS)).min(1).max(100).transform(distinct),
  seniority: word(SENIORITIES),
  availabilityWindow: word(AVAILABILITIES),
  engagementModes: z.array(word(ENGAGEMENT_MODES)).max(100).default([]).transform(distinct),
  languages: z.array(word(TALENT_LANGUAGES)).max(100).default([]).transform(distinct),
  rateBand: z
    .union([z.literal(''), word(RATE_BANDS)])
    .transform((band) => band || null)
    .nullish(),
  consent: z.literal(true),
  honeypot: z.string().max(200).default(''),
  locale: z.string().trim().max(35).optional(),
});

export const talentList = z.object({
  status: word(TALENT_STATUSES).optional(),
  domain: word(TALENT_DOMAINS).optional(),
  /** Part of the name or of the address. */
  q: z.string().trim().max(100).optional(),
  ...keyset,
});

export const talentById = z.object({ id: z.string().max(64) });

export const talentUpdate = talentById.extend({
  status: word(TALENT_STATUSES).optional(),
  contactStatus: word(TALENT_CONTACT_STATUSES).optional(),
  notes: optionalText(5000),
  /** Takes over what the latest signal says. */
  takeUpdate: z.literal(true).optional(),
  version: expectedVersion,
});
