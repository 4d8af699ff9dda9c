import { z } from 'zod';
import { keyset } from './fields.ts';
import {
  DELIVERABLE_STATUSES,
  EDIT_STATUSES,
  EDITED_ENTITIES,
  type EditedEntity,
  ENGAGEMENT_DOCUMENT_CATEGORIES,
  MILESTONE_STATUSES,
} from './portal.ts';
import { portalId, portalText, utcDayOf, wholeMoney } from './portal-fields.ts';

const change = z.object({
  field: z.string().min(1).max(64),
  from: z.unknown().optional(),
  to: z
    .unknown()
    .optional()
    .transform((value): unknown => value ?? null),
});

export const editSubmission = z.object({
  entityType: z.enum(EDITED_ENTITIES),
  entityId: portalId,
  /** Too short a one is told by the operation, in words of its own. */
  reason: z.string({ error: 'Required' }).trim().max(1000, 'Must be at most 1000 characters'),
  diff: z
    .array(change)
    .min(1, 'Required')
    .max(100)
    .refine((diff) => new Set(diff.map(({ field }) => field)).size === diff.length, 'A field stands twice'),
  linkedChangeRequestId: portalId.nullish(),
});

export const editRejection = z.object({ id: portalId, rejectionNote: portalText(5, 1000) });

export const editLink = z.object({ id: portalId, changeRequestId: portalId });

export const editList = z.object({
  ...keyset,
  status: z.enum(EDIT_STATUSES).optional(),
  engagementId: portalId.optional(),
});

const day = z
  .string()
  .trim()
  .refine((text) => utcDayOf(text) !== null, 'Must be an ISO date or date-time')
  .transform((text) => `${utcDayOf(text)}T00:00:00.000Z`);

/** A date means its first moment in UTC. */
const moment = z
  .string()
  .trim()
  .refine((text) => utcDayOf(text) !== null, 'Must be an ISO date or date-time')
  .transform((text) => new Date(text).toISOString());

const rowId = portalId.toLowerCase();
const code = portalText(1, 120).nullable();
const title = portalText(1, 200);
const paragraph = portalText(10, 5000);
const currency = z
  .string()
  .trim()
  .regex(/^[A-Z]{3}$/)
  .refine((word) => Intl.supportedValuesOf('currency').includes(word));

/** What each field of an edit may hold, in the form in which views print it. Source: portal specification §4.2. */
export const EDIT_VALUES: Record<EditedEntity, Record<string, z.ZodType>> = {
  engagement: {
    title,
    ownerId: rowId.nullable(),
    startDate: day.nullable(),
    targetDate: day.nullable(),
    procurementRef: code,
    purchaseOrderRef: code,
    costCenter: code,
  },
  scope: {
    scopeSummary: paragraph,
    deliverablesJson: z.array(title).min(1).max(50),
    fixedPriceEUR: wholeMoney(1000),
  },
  change_request: { title: portalText(3, 200), description: paragraph },
  invoice: {
    internalNote: portalText(1, 1000).nullable(),
    paidAt: moment.nullable(),
    amountEUR: wholeMoney(0).nullable(),
    currency,
    issueDate: day.nullable(),
    dueDate: day.nullable(),
    referencePO: code,
  },
  document: {
    label: portalText(1, 120).nullable(),
    description: portalText(1, 1000).nullable(),
    category: z.enum(ENGAGEMENT_DOCUMENT_CATEGORIES),
    engagementId: rowId.nullable(),
    inquiryId: rowId.nullable(),
  },
  deliverable: { title, status: z.enum(DELIVERABLE_STATUSES), documentId: rowId.nullable() },
  milestone: { title, status: z.enum(MILESTONE_STATUSES), dueDate: day.nullable() },
};
