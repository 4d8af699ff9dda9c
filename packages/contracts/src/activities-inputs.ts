import { z } from 'zod';
import { ACTIVITY_TYPES } from './activities.ts';
import { dayOrMoment, keyset, requiredText, uuid } from './fields.ts';

const METADATA_BYTES = 8192;

/** A plain object of at most 8 KB as JSON; null is an empty one. */
export const metadata = z
  .record(z.string(), z.unknown(), { error: 'Must be an object' })
  .refine((value) => new TextEncoder().encode(JSON.stringify(value)).length <= METADATA_BYTES, 'At most 8 KB')
  .nullable()
  .transform((value) => value ?? {});

export const activityType = z.enum(ACTIVITY_TYPES, { error: `Must be one of ${ACTIVITY_TYPES.join(', ')}` });
export const activityDescription = requiredText(2000);

export const activityLog = z.object({
  type: activityType,
  description: activityDescription,
  contactId: uuid.nullish(),
  metadata: metadata.optional(),
});

export const activityFilters = z.object({
  contactId: uuid.optional(),
  userId: uuid.optional(),
  type: activityType.optional(),
  /** Both ends count. */
  from: dayOrMoment.optional(),
  to: dayOrMoment.optional(),
});

export const activityList = activityFilters.extend(keyset);

/** A numbered page with its exact total, as REST surfaces print it; without `page` the newest ones, uncounted. */
export const activityPage = activityFilters.extend({
  page: z.int().min(1).optional(),
  limit: z.int().min(1).max(100),
});

/** The changes of one record of any kind. */
export const recordHistory = z.object({ recordId: z.string(), ...keyset });

export const contactTimeline = z.object({ contactId: z.string(), ...keyset });
