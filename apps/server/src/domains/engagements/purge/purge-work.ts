import { deliverables, milestones } from '@officina/db/schema/engagement-work';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { factsOf } from '../billing/invoice-row.ts';
import { holdPortalInvoice } from '../billing/load-invoice.ts';
import { holdChange } from '../change-requests/change-row.ts';
import { holdDeliverable } from '../deliverables/deliverable-row.ts';
import { holdDocument } from '../documents/hold-document.ts';
import { holdMilestone } from '../milestones/milestone-row.ts';
import { holdScope } from '../scopes/scope-row.ts';
import type { Purged } from './purged.ts';
import { type Counts, dropChanges, dropDocuments, dropInvoices, dropRows, dropScopes } from './remains.ts';

export async function purgeScope(ctx: WriteCtx, id: string): Promise<Purged> {
  const row = await holdScope(ctx, id);
  const counts: Counts = {};
  await dropScopes(ctx, [row.id], counts);
  // A client does not hear that there was a draft.
  const orgId = row.status === 'draft' ? null : row.orgId;
  return { orgId, engagementId: row.engagementId, title: row.title, snapshot: row, counts };
}

export async function purgeChange(ctx: WriteCtx, id: string): Promise<Purged> {
  const row = await holdChange(ctx, id);
  const counts: Counts = {};
  await dropChanges(ctx, [row.id], counts);
  return { orgId: row.orgId, engagementId: row.engagementId, title: row.title, snapshot: row, counts };
}

/** Bills of engagements alone: what another surface issued is kept by its rules for legal documents. */
export async function purgeInvoice(ctx: WriteCtx, id: string): Promise<Purged> {
  const found = await holdPortalInvoice(ctx, id);
  if (found.row.kind !== 'engagement') throw new AppError('BAD_REQUEST', 'Invoice locked');
  const counts: Counts = {};
  await dropInvoices(ctx, [found.row.id], counts);
  const engagementId = found.own?.engagementId ?? null;
  const { contactId: orgId, number: title } = found.row;
  return { orgId, engagementId, title, snapshot: { id, ...factsOf(found) }, counts };
}

export async function purgeDocument(ctx: WriteCtx, id: string): Promise<Purged> {
  const { row, filename } = await holdDocument(ctx, id);
  const counts: Counts = {};
  await dropDocuments(ctx, [row.documentId], counts);
  const { orgId, engagementId } = row;
  return { orgId, engagementId, title: row.label ?? filename, snapshot: { ...row, filename }, counts };
}

export async function purgeDeliverable(ctx: WriteCtx, id: string): Promise<Purged> {
  const { row, orgId } = await holdDeliverable(ctx, id);
  const counts: Counts = {};
  await dropRows(ctx, deliverables, 'deliverables', [row.id], counts);
  return { orgId, engagementId: row.engagementId, title: row.title, snapshot: row, counts };
}

export async function purgeMilestone(ctx: WriteCtx, id: string): Promise<Purged> {
  const { row, orgId } = await holdMilestone(ctx, id);
  const counts: Counts = {};
  await dropRows(ctx, milestones, 'milestones', [row.id], counts);
  return { orgId, engagementId: row.engagementId, title: row.title, snapshot: row, counts };
}
