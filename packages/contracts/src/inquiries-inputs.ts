import { z } from 'zod';
import { email, keyset, lineText } from './fields.ts';
import { DELIVERY_MODES, INQUIRY_STATUSES, TIMEFRAMES } from './portal.ts';

const word = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `Must be one of ${words.join(', ')}` });

/** What a public form sends beside its facts: a person leaves it empty, programs fill it. */
const honeypot = z.string().trim().max(200).nullish();

/** A visitor's request for a scope. */
export const inquirySubmit = z.object({
  organization: lineText(2, 200),
  role: lineText(2, 120),
  serviceSlug: z.string({ error: 'Required' }).trim().min(1, 'Required').max(120),
  timeframe: word(TIMEFRAMES),
  email: email.max(254, 'Must be at most 254 characters'),
  note: z.string().trim().max(140, 'Must be at most 140 characters').nullish(),
  mode: z
    .union([z.literal(''), word(DELIVERY_MODES)], { error: `Must be one of ${DELIVERY_MODES.join(', ')}` })
    .nullish(),
  website: honeypot,
  consent: z.literal(true, { error: 'Consent is required' }),
});

export const inquiryList = z.object({ status: word(INQUIRY_STATUSES).optional(), ...keyset });
export const inquiryById = z.object({ id: z.string().max(64) });
export const inquirySetStatus = inquiryById.extend({ status: word(INQUIRY_STATUSES) });
