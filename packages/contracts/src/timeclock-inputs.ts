import { z } from 'zod';
import { timestamp, uuid } from './fields.ts';

/** Judged field by field by the operation, in the order of the contract. */
export const clockAction = z.object({
  action: z.unknown().optional(),
  apprenticeId: z.unknown().optional(),
  partnerId: z.unknown().optional(),
  programId: z.unknown().optional(),
  siteId: z.unknown().optional(),
  progressEntryId: z.unknown().optional(),
  lat: z.unknown().optional(),
  lng: z.unknown().optional(),
  accuracyM: z.unknown().optional(),
});

/** The same from a device that may have recorded it without network. */
export const clockReplay = clockAction.extend({
  occurredAt: timestamp.optional(),
  clientEventId: z.string().min(1).max(100).optional(),
});

export const heartbeat = z.object({
  entryId: uuid,
  lat: z.unknown().optional(),
  lng: z.unknown().optional(),
  accuracyM: z.unknown().optional(),
});

export const checkinCode = z.object({ code: z.unknown().optional() });
