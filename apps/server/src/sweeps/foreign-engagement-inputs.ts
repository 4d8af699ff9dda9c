import { ReceivedFile } from '../kernel/received-file.ts';
import type { Case } from './foreign-inputs.ts';
import { type ForeignRows, MARK } from './foreign-world.ts';

const missing = (input: (foreign: ForeignRows) => unknown): Case => ['missing', input];
const blind = (input: (foreign: ForeignRows) => unknown): Case => ['blind', input];
const description = 'Long enough to be one.';

/** A file of one byte. */
const FILE = new ReceivedFile({
  filename: 'x',
  claimedType: '',
  size: 1,
  sha256: '',
  tooLarge: false,
  path: import.meta.filename,
});

const deliverable = missing(({ deliverableId }) => ({ id: deliverableId }));
const edit = missing(({ editId }) => ({ id: editId }));
const scope = missing(({ scopeId }) => ({ id: scopeId }));
const change = missing(({ changeId }) => ({ id: changeId }));

/** Cases of the consultancy's engagements and what belongs to them. */
export const ENGAGEMENT_CASES: Record<string, Case> = {
  'changeRequests.create': missing(({ engagementId }) => ({
    engagementId,
    title: 'One more',
    description,
    impact: 'scope',
    severity: 'low',
  })),
  'changeRequests.decide': missing(({ changeId }) => ({
    id: changeId,
    status: 'approved',
    decisionNote: 'Fine',
  })),
  'changeRequests.get': change,
  'changeRequests.implement': change,
  'changeRequests.list': blind(({ engagementId }) => ({ engagementId })),
  'changeRequests.page': blind(({ changeId }) => ({ before: changeId })),
  'changeRequests.resubmit': missing(({ changeId }) => ({ id: changeId, description, reason: 'Because' })),
  'changeRequests.update': missing(({ changeId }) => ({ id: changeId, title: 'Another' })),
  'billing.createInvoice': missing(({ engagementId }) => ({ engagementId, amountEUR: 1 })),
  'billing.invoice': missing(({ billId }) => ({ id: billId })),
  'billing.pdf': missing(({ billId }) => ({ id: billId })),
  'billing.invoices': blind(({ engagementId }) => ({ engagementId })),
  'billing.page': blind(({ billId }) => ({ before: billId })),
  'billing.pay': missing(({ billId }) => ({ invoiceId: billId })),
  'billing.updateInvoice': missing(({ billId }) => ({ id: billId, amountEUR: 2 })),
  'billing.updateEngagement': missing(({ engagementId }) => ({ engagementId, costCenter: 'x' })),
  'deliverables.approve': deliverable,
  'deliverables.create': missing(({ engagementId }) => ({ engagementId, title: 'x' })),
  'deliverables.update': missing(({ deliverableId }) => ({ id: deliverableId, title: 'x' })),
  'documents.abortUpload': missing(({ uploadId }) => ({ id: uploadId })),
  'documents.archive': missing(({ portalDocumentId }) => ({ id: portalDocumentId, reason: 'Because' })),
  'documents.beginUpload': missing(({ engagementId }) => ({
    engagementId,
    category: 'client_input',
    filename: 'x.pdf',
    sizeBytes: 1,
  })),
  'documents.download': missing(({ portalDocumentId }) => ({ id: portalDocumentId })),
  'documents.finishUpload': missing(({ uploadId }) => ({ id: uploadId })),
  'documents.list': blind(({ engagementId, inquiryId }) => ({ engagementId, inquiryId })),
  'documents.openUploads': blind(({ engagementId }) => ({ engagementId })),
  'documents.putPart': missing(({ uploadId }) => ({ id: uploadId, offset: 0, part: FILE })),
  'documents.upload': missing(({ engagementId }) => ({ engagementId, category: 'report', file: FILE })),
  'documents.uploadStatus': missing(({ uploadId }) => ({ id: uploadId })),
  'edits.apply': edit,
  'edits.get': edit,
  'edits.link': missing(({ editId, changeId }) => ({ id: editId, changeRequestId: changeId })),
  'edits.list': blind(({ engagementId }) => ({ engagementId })),
  'edits.reject': missing(({ editId }) => ({ id: editId, rejectionNote: 'Because' })),
  'edits.submit': missing(({ engagementId }) => ({
    entityType: 'engagement',
    entityId: engagementId,
    reason: 'Because',
    diff: [{ field: 'title', to: 'x' }],
  })),
  'engagements.create': missing(({ orgId }) => ({ orgId, title: 'x' })),
  'engagements.history': missing(({ engagementId }) => ({ id: engagementId })),
  'engagements.export': missing(({ engagementId }) => ({ id: engagementId })),
  'engagements.get': missing(({ engagementId }) => ({ id: engagementId })),
  'engagements.list': blind(() => ({ q: MARK })),
  'engagements.update': missing(({ engagementId }) => ({ id: engagementId, title: 'x' })),
  'inquiries.convert': missing(({ inquiryId }) => ({ id: inquiryId })),
  'milestones.create': missing(({ engagementId }) => ({ engagementId, title: 'x' })),
  'milestones.update': missing(({ milestoneId }) => ({ id: milestoneId, title: 'x' })),
  'onboarding.complete': blind(({ engagementId }) => ({
    preferredChannel: 'mail',
    primaryEngagementId: engagementId,
    ndaStatus: 'signed',
    accessPreference: 'remote',
    acceptedTerms: true,
  })),
  'records.purge': missing(({ engagementId }) => ({
    entityType: 'engagement',
    entityId: engagementId,
    reason: 'Because',
    confirm: 'DELETE FOREVER',
  })),
  'scopes.approve': scope,
  'scopes.create': missing(({ inquiryId }) => ({ inquiryId })),
  'scopes.get': scope,
  'scopes.list': blind(({ engagementId, inquiryId }) => ({ engagementId, inquiryId })),
  'scopes.reject': scope,
  'scopes.revise': scope,
  'scopes.update': missing(({ scopeId }) => ({ id: scopeId, status: 'sent' })),
  'notifications.inbox': blind(() => ({})),
  'notifications.mark': blind(({ changeId }) => ({ ids: [changeId] })),
};
