import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import type { Edit } from '@officina/contracts/edits';
import type { EngagementDocument } from '@officina/contracts/engagement-documents';
import type { Deliverable, Engagement, Milestone } from '@officina/contracts/engagements';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { PortalInvoice } from '@officina/contracts/portal-invoices';
import type { Scope } from '@officina/contracts/scopes';
import { read } from '../../kernel/operation.ts';
import { invoicesOfEngagement } from './billing/invoice-reads.ts';
import { changesOfEngagement } from './change-requests/change-reads.ts';
import { deliverablesOf } from './deliverables/deliverable-row.ts';
import { documentsOfEngagement } from './documents/list-documents.ts';
import { editsOfEngagement } from './edits/edit-reads.ts';
import { readEngagement } from './engagement-reads.ts';
import { milestonesOf } from './milestones/milestone-row.ts';
import { scopesOf } from './scopes/scope-reads.ts';

/** An engagement with what belongs to it. */
export interface EngagementDetail {
  engagement: Engagement;
  milestones: Milestone[];
  deliverables: Deliverable[];
  scopes: Scope[];
  changeRequests: ChangeRequestItem[];
  documents: EngagementDocument[];
  invoices: PortalInvoice[];
  edits: Edit[];
}

/** An engagement with what belongs to it; another organisation's does not exist for a client. */
export const getEngagement = read({
  name: 'engagements.get',
  permission: 'portal.engagements.read',
  input: byPortalId,
  async run(ctx, { id }): Promise<EngagementDetail> {
    const engagement = await readEngagement(ctx, id);
    const [milestones, deliverables, scopes, changeRequests, documents, invoices, edits] = await Promise.all([
      milestonesOf(ctx, engagement.id),
      deliverablesOf(ctx, engagement.id),
      scopesOf(ctx, engagement.id),
      changesOfEngagement(ctx, engagement.id),
      documentsOfEngagement(ctx, engagement.id),
      invoicesOfEngagement(ctx, engagement.id),
      editsOfEngagement(ctx, engagement.id),
    ]);
    return { engagement, milestones, deliverables, scopes, changeRequests, documents, invoices, edits };
  },
});
