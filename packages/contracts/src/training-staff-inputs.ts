import { z } from 'zod';
import { keyset, optionalText, plainDate, requiredText, timestamp, uuid } from './fields.ts';
import { ENROLLMENT_STATES, PARTNER_STATUSES } from './training.ts';

const reason = requiredText(1000);
const word = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `Must be one of ${words.join(', ')}` });
const search = z.string().trim().max(100).optional();

export const learnerList = z.object({ state: word(ENROLLMENT_STATES).optional(), q: search, ...keyset });
export const enrollmentDetail = z
  .object({ enrollmentId: uuid.optional(), userId: uuid.optional() })
  .refine(({ enrollmentId, userId }) => enrollmentId ?? userId, {
    path: ['enrollmentId'],
    error: 'Required',
  });

export const shopList = z.object({ q: search, approved: z.boolean().optional(), ...keyset });
export const alertList = z.object({
  kind: z.string().max(50).optional(),
  resolved: z.boolean().default(false),
  ...keyset,
});
export const auditList = z.object({
  event: z.string().max(60).optional(),
  code: z.string().max(60).optional(),
  action: z.string().max(60).optional(),
  ...keyset,
});

export const enrollmentReason = z.object({ enrollmentId: uuid, reason });
export const courseworkSave = enrollmentReason.extend({ complete: z.boolean() });
export const documentReview = z
  .object({ documentId: uuid, decision: z.enum(['approved', 'rejected']), reason: optionalText(1000) })
  .refine((review) => review.decision === 'approved' || review.reason, {
    path: ['reason'],
    error: 'Required',
  });
export const shopAssign = z.object({ enrollmentId: uuid, shopId: uuid, reason: optionalText(1000) });
export const shopApproval = z.object({ shopId: uuid, approved: z.boolean(), reason });
export const partnerStatus = z.object({ partnerId: uuid, status: word(PARTNER_STATUSES), reason });

const degrees = (most: number) =>
  z
    .number({ error: 'Must be a number' })
    .min(-most, `Must be at least -${most}`)
    .max(most, `Must be at most ${most}`);

/** A site to change, or a new one of a shop without an id. */
export const siteSave = z.object({
  id: uuid.optional(),
  shopId: uuid,
  name: requiredText(120),
  lat: degrees(90),
  lng: degrees(180),
  radiusM: z
    .int('Must be a whole number')
    .min(20, 'Must be at least 20')
    .max(1000, 'Must be at most 1000')
    .default(100),
  isActive: z.boolean().default(true),
  isDefault: z.boolean().default(false),
});

/** A shop to change, or a new one without an id: of a partner that exists, or of a new one by its name. */
export const shopSave = z
  .object({
    id: uuid.optional(),
    partnerId: uuid.optional(),
    partnerName: optionalText(120),
    name: requiredText(120),
    address: z.string().trim().max(300).default(''),
    ownerEmail: optionalText(254),
    codeTtlMinutes: z.int().min(5, 'Must be at least 5').max(1440, 'Must be at most 1440').default(1440),
  })
  .refine(({ id, partnerId, partnerName }) => id ?? partnerId ?? partnerName, {
    path: ['partnerName'],
    error: 'Required',
  });

export const shiftAdd = z.object({
  enrollmentId: uuid,
  siteId: uuid,
  clockInAt: timestamp,
  clockOutAt: timestamp,
  lunchStartAt: timestamp.nullish(),
  lunchEndAt: timestamp.nullish(),
  reason,
});

/** What is absent stays; a null lunch takes it away. */
export const shiftCorrect = z.object({
  entryId: uuid,
  clockInAt: timestamp.optional(),
  clockOutAt: timestamp.optional(),
  lunchStartAt: timestamp.nullish(),
  lunchEndAt: timestamp.nullish(),
  reason,
});

export const overrideRevoke = z.object({ overrideId: uuid, reason });
export const caseClose = z.object({ caseId: uuid, resolution: requiredText(1000) });
export const byAlert = z.object({ alertId: uuid });
export const reconcile = z.object({
  userId: uuid,
  transferHoursCredited: z.number().min(0, 'Must be at least 0').max(2000, 'Must be at most 2000').optional(),
  shopId: uuid.optional(),
});

export const ownHours = z.object({ week: plainDate.optional() });
export const shopHours = z.object({
  shopId: uuid.optional(),
  status: z.enum(['waiting', 'today', 'all']).default('waiting'),
  ...keyset,
});
