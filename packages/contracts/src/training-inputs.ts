import { z } from 'zod';
import { email, plainDate, requiredText, uuid } from './fields.ts';

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
