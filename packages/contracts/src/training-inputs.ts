import { z } from 'zod';
import { email, keyset, plainDate, requiredText, uuid } from './fields.ts';
import { INQUIRY_STATUSES } from './portal.ts';
import { APPLICATION_STATUSES, ENROLLMENT_DOCUMENT_TYPES } from './training.ts';

/** Null and blank texts count as absent. */
const absentText = (max: number) =>
  z
    .string({ error: 'Must be a text' })
    .trim()
    .max(max, `Must be at most ${max} characters`)
    .transform((text) => text || null)
    .nullish();

const address254 = email.max(254, 'Must be at most 254 characters');

/** A visitor's question about a programme, which they may name in any words. */
export const trainingInquiry = z.object({
  name: requiredText(120),
  email: address254,
  program: requiredText(120),
  phone: absentText(40),
  message: absentText(5000),
});

const flag = z.boolean({ error: 'Must be true or false' });

/** A telephone number in whatever form: 7 to 15 digits. */
const phone = requiredText(40).refine((text) => {
  const { length } = text.replace(/\D/g, '');
  return length >= 7 && length <= 15;
}, 'Must have 7 to 15 digits');

export const learnerAddress = z.object(
  {
    street: requiredText(200),
    city: requiredText(100),
    state: requiredText(50),
    zip: requiredText(12).regex(/^[A-Za-z0-9 -]{3,12}$/, 'Must be 3 to 12 letters, digits, spaces or dashes'),
  },
  { error: ({ input }) => (input === undefined || input === null ? 'Required' : 'Must be an address') },
);

export const application = z.object({
  programSlug: requiredText(120),
  firstName: requiredText(100),
  lastName: requiredText(100),
  email: address254,
  phone,
  dateOfBirth: plainDate,
  address: learnerAddress,
  educationLevel: requiredText(100),
  employmentStatus: requiredText(100),
  hasTransportation: flag,
  felonyDisclosure: flag,
  signature: requiredText(200),
});

const slug = z.string({ error: 'Must be a text' }).trim().max(120).nullish();

/** What the price depends on; which numbers are possible, the programme says. */
const terms = { hoursPerWeek: z.unknown().optional(), transferredHours: z.unknown().optional() };

export const quote = z.object({ program: slug, ...terms });

export const checkout = z.object({
  program: slug,
  ...terms,
  enrollmentId: uuid.nullish(),
});

export const byProgram = z.object({ program: slug });

const word = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `Must be one of ${words.join(', ')}` });

export const applicationList = z.object({ status: word(APPLICATION_STATUSES).optional(), ...keyset });
export const trainingInquiryList = z.object({ status: word(INQUIRY_STATUSES).optional(), ...keyset });
export const trainingInquiryMove = z.object({ id: uuid, status: word(['triaged', 'converted', 'closed']) });
export const decideApplication = z.object({
  id: uuid,
  status: word(['withdrawn', 'rejected']),
  reason: requiredText(1000),
});

const whole = (least: number, most: number) => {
  const error = `Must be a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, error).max(most, error);
};
const MOST_CENTS = 100_000_000;

const isZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== null;
  } catch {
    return false;
  }
};

/** A programme as staff save it: one that exists by its id and the version that was read, a new one without. */
export const programSave = z
  .object({
    id: uuid.optional(),
    expectedVersion: z.int().positive().optional(),
    slug: z
      .string({ error: 'Required' })
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Only letters, digits and single dashes inside')
      .max(120, 'Must be at most 120 characters'),
    name: requiredText(120),
    priceCents: whole(1, MOST_CENTS),
    setupFeeCents: whole(1, MOST_CENTS),
    currency: z
      .string({ error: 'Required' })
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'Must be an ISO currency'),
    totalHours: whole(1, 100_000),
    hoursMin: whole(1, 168),
    hoursMax: whole(1, 168),
    billingWeekday: whole(1, 7),
    billingHour: whole(0, 23),
    minAge: whole(0, 120),
    requiredDocuments: z.array(word(ENROLLMENT_DOCUMENT_TYPES)).max(ENROLLMENT_DOCUMENT_TYPES.length),
    timeclock: z.boolean({ error: 'Must be true or false' }),
    timeZone: z.string().trim().refine(isZone, 'Must be a time zone').nullable(),
    active: z.boolean({ error: 'Must be true or false' }),
  })
  .superRefine((program, ctx) => {
    const fault = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (program.hoursMax < program.hoursMin) fault('hoursMax', 'Must not be less than the fewest hours');
    const weeks = Math.ceil(program.totalHours / program.hoursMin);
    // Otherwise the weekly payments would be less than the provider takes.
    if (program.priceCents - program.setupFeeCents < weeks * 100)
      fault('priceCents', 'Must leave at least 1.00 for each week after the set-up fee');
  });
