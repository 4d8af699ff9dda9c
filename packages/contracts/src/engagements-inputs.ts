import { z } from 'zod';
import { keyset } from './fields.ts';
import {
  DELIVERABLE_STATUSES,
  ENGAGEMENT_STAGES,
  ENGAGEMENT_STATUSES,
  MILESTONE_STATUSES,
} from './portal.ts';
import { calendarDay, knownVersion, portalId, portalNote, portalText } from './portal-fields.ts';

const title = portalText(1, 200);

export const engagementList = z.object({
  ...keyset,
  stage: z.enum(ENGAGEMENT_STAGES).optional(),
  status: z.enum(ENGAGEMENT_STATUSES).optional(),
  q: z.string().trim().max(200).optional(),
});

export const engagementCreate = z.object({
  orgId: portalId,
  title,
  serviceSlug: portalNote(120),
  startDate: calendarDay,
  targetDate: calendarDay,
  ownerId: portalId.nullish(),
});

export const engagementUpdate = z.object({
  id: portalId,
  version: knownVersion,
  title: title.optional(),
  stage: z.enum(ENGAGEMENT_STAGES).optional(),
  status: z.enum(ENGAGEMENT_STATUSES).optional(),
  ownerId: portalId.nullish(),
  startDate: calendarDay,
  targetDate: calendarDay,
});

const code = portalNote(120);

/** The codes under which the client books what it is billed: absent ones stay, null and "" clear; at least one. */
export const engagementBilling = z
  .object({ engagementId: portalId, procurementRef: code, purchaseOrderRef: code, costCenter: code })
  .refine(
    ({ engagementId: _, ...codes }) => Object.values(codes).some((value) => value !== undefined),
    'Nothing to change',
  );

export const milestoneCreate = z.object({ engagementId: portalId, title, dueDate: calendarDay });

export const milestoneUpdate = z.object({
  id: portalId,
  version: knownVersion,
  title: title.optional(),
  dueDate: calendarDay,
  status: z.enum(MILESTONE_STATUSES).optional(),
});

export const deliverableCreate = z.object({ engagementId: portalId, title, documentId: portalId.nullish() });

export const deliverableUpdate = z.object({
  id: portalId,
  version: knownVersion,
  title: title.optional(),
  status: z.enum(DELIVERABLE_STATUSES).optional(),
  documentId: portalId.nullish(),
});

export const deliverableApproval = z.object({ id: portalId, note: portalNote(240) });

/** What happened to an engagement, newest first. */
export const engagementHistory = z.object({ id: portalId, ...keyset });
