import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import type { Edit } from '@officina/contracts/edits';
import type { EngagementDocument } from '@officina/contracts/engagement-documents';
import type { Deliverable, Engagement, Milestone } from '@officina/contracts/engagements';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { PortalInvoice } from '@officina/contracts/portal-invoices';
import type { Scope } from '@officina/contracts/scopes';
import { AppError } from '../../kernel/errors.ts';
import { gathered } from '../../kernel/gather.ts';
import { isUuid } from '../../kernel/ids.ts';
import { read } from '../../kernel/operation.ts';
import { portalInvoiceRecords } from './billing/invoice-reads.ts';
import { presentPortalInvoice } from './billing/invoice-row.ts';
import { changeRecords } from './change-requests/change-reads.ts';
import { presentChangeItem } from './change-requests/change-row.ts';
import { deliverablesOf, presentDeliverable } from './deliverables/deliverable-row.ts';
import { presentNamedDocument } from './documents/document-row.ts';
import { documentRecords } from './documents/list-documents.ts';
import { editRecords } from './edits/edit-reads.ts';
import { presentNamedEdit } from './edits/present-edit.ts';
import { engagementRecords } from './engagement-reads.ts';
import { presentNamed } from './engagement-row.ts';
import { milestonesOf, presentMilestone } from './milestones/milestone-row.ts';
import { orgOf } from './org-scope.ts';
import { scopeRecords } from './scopes/scope-reads.ts';
import { presentScope } from './scopes/scope-row.ts';

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

const statement = gathered((db, { own }: { own: boolean }) => {
  const under = { own, filters: { engagementId: true } };
  return {
    engagement: engagementRecords.build(db, { own, one: true }),
    milestones: milestonesOf(db),
    deliverables: deliverablesOf(db),
    scopes: scopeRecords.build(db, under),
    changeRequests: changeRecords.build(db, under),
    documents: documentRecords.build(db, under),
    invoices: portalInvoiceRecords.build(db, under),
    edits: editRecords.build(db, under),
  };
});
const MOST = 1000;

/** An engagement with what belongs to it; another organisation's does not exist for a client. */
export const getEngagement = read({
  name: 'engagements.get',
  permission: 'portal.engagements.read',
  input: byPortalId,
  async run(ctx, { id }): Promise<EngagementDetail> {
    if (!isUuid(id)) throw new AppError('NOT_FOUND');
    const orgId = orgOf(ctx.actor);
    const { engagement: rows, ...parts } = await statement(
      ctx.db,
      { own: orgId !== null },
      { tenantId: ctx.tenant.id, today: ctx.today, orgId, id, engagementId: id, limit: MOST },
    );
    const [engagement] = rows;
    if (!engagement) throw new AppError('NOT_FOUND');
    return {
      engagement: presentNamed(ctx, engagement),
      milestones: parts.milestones.map((row) => presentMilestone(ctx, row)),
      deliverables: parts.deliverables.map((row) => presentDeliverable(ctx, row)),
      scopes: parts.scopes.map((row) => presentScope(ctx, row)),
      changeRequests: parts.changeRequests.map((row) => presentChangeItem(ctx, row)),
      documents: parts.documents.map((row) => presentNamedDocument(ctx, row)),
      invoices: parts.invoices.map((row) => presentPortalInvoice(ctx, row)),
      edits: parts.edits.map((row) => presentNamedEdit(ctx, row)),
    };
  },
});
