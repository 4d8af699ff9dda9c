import { z } from 'zod';
import { keyset } from './fields.ts';
import { CHANGE_IMPACTS, CHANGE_SEVERITIES, CHANGE_STATUSES } from './portal.ts';
import { knownVersion, portalId, portalText } from './portal-fields.ts';

const title = portalText(3, 200);
const description = portalText(10, 5000);
const impact = z.enum(CHANGE_IMPACTS);
const severity = z.enum(CHANGE_SEVERITIES);
const status = z.enum(CHANGE_STATUSES);
const costDeltaEUR = z.int().min(-100_000_000).max(100_000_000).nullish();
const scheduleDeltaDays = z.int().min(-3650).max(3650).nullish();

export const changeCreate = z.object({
  engagementId: portalId,
  title,
  description,
  impact,
  severity,
  /** A pending edit of the same engagement that the request is about. */
  editEventId: portalId.nullish(),
});

/** What a change request's PATCH may hold; at least one of them. */
export const changePatch = z
  .object({
    title: title.optional(),
    description: description.optional(),
    impact: impact.optional(),
    severity: severity.optional(),
    status: status.optional(),
    assignedToUserId: portalId.nullish(),
    costDeltaEUR,
    scheduleDeltaDays,
  })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), 'Nothing to change');

/**
 * The id alone: the rest is read once the request is known to be the caller's (what is missing or foreign is told before
 * what is wrong with the fields).
 */
export const changeUpdate = z.looseObject({ id: portalId, version: knownVersion }) as unknown as z.ZodType<
  z.output<typeof changePatch> & { id: string; version?: number },
  z.input<typeof changePatch> & { id: string; version?: number }
>;

export const changeDecision = z.object({
  id: portalId,
  status: z.enum(['approved', 'rejected', 'needs_info']),
  decisionNote: portalText(3, 1000),
  costDeltaEUR,
  scheduleDeltaDays,
});

export const changeResubmission = z.object({ id: portalId, description, reason: portalText(5, 1000) });

const filters = { status: status.optional(), engagementId: portalId.optional() };

export const changeList = z.object({ ...keyset, ...filters });

/** Newest first; `before` names the item after which the page starts. */
export const changePage = z.object({
  ...filters,
  limit: z.int().min(1).max(1000).default(1000),
  before: portalId.optional(),
});
