import { createMember, createOrganization } from '@officina/db/factories';
import {
  createChangeRequest,
  createDeliverable,
  createEdit,
  createEngagement,
  createInquiry,
  createMilestone,
  createScope,
} from '@officina/db/factories-portal';
import { services } from '@officina/db/schema/engagements';
import { demoServices } from '../domains/catalogue/demo-services/demo-services.ts';
import { createPortalInvoice } from '../domains/engagements/billing/create-invoice.ts';
import { beginUpload } from '../domains/engagements/documents/resumable/begin-upload.ts';
import { uploadEngagementDocument } from '../domains/engagements/documents/upload-document.ts';
import { insertDeposit } from '../domains/payments/testing/deposits.ts';
import { invitePerson } from '../domains/people/invite-person.ts';
import { receiveSignal } from '../domains/talent/receive-signal.ts';
import { toDate } from '../kernel/clock.ts';
import { PDF, received } from '../testing/files.ts';
import type { World } from '../testing/harness.ts';

/** Ids of one row of every kind of the consultancy's. */
export interface ForeignPortal {
  orgId: string;
  clientId: string;
  clientInvitationId: string;
  uploadId: string;
  inquiryId: string;
  engagementId: string;
  milestoneId: string;
  deliverableId: string;
  scopeId: string;
  changeId: string;
  portalDocumentId: string;
  editId: string;
  talentId: string;
  orderId: string;
  billId: string;
}

/** Something of everything of the consultancy, with `mark` in every text. */
export async function createForeignPortal(world: World, mark: string): Promise<ForeignPortal> {
  const { server, tenant, user, ctx } = world;
  const { db } = server.services.client;
  const { contactId: orgId } = await createOrganization(db, tenant.id, { name: mark });
  const title = mark;
  const client = await createMember(db, tenant.id, 'client', { name: mark }, orgId);
  const invited = await invitePerson(ctx, { email: `${mark}.client@example.test`, orgId });
  const [service] = demoServices;
  if (service) await db.insert(services).values({ ...service, tenantId: tenant.id, code: mark, slug: mark });
  const { profileId: talentId } = await receiveSignal(ctx, {
    fullName: mark,
    email: `${mark}@experts.test`,
    primaryRole: 'sre',
    domains: ['ot_it'],
    seniority: 'staff',
    availabilityWindow: 'now',
    consent: true,
  });
  const { id: inquiryId } = await createInquiry(db, tenant.id, { orgId, organization: mark, note: mark });
  const { id: engagementId } = await createEngagement(db, tenant.id, { orgId, title, costCenter: mark });
  const { id: milestoneId } = await createMilestone(db, tenant.id, { engagementId, title });
  const { id: deliverableId } = await createDeliverable(db, tenant.id, {
    engagementId,
    title,
    status: 'review',
  });
  const { id: scopeId } = await createScope(db, tenant.id, {
    orgId,
    engagementId,
    title,
    scopeSummary: mark,
    status: 'sent',
    sentAt: toDate(ctx.now),
  });
  const { id: changeId } = await createChangeRequest(db, tenant.id, {
    orgId,
    engagementId,
    createdBy: user.id,
    title,
    description: mark,
  });
  const { id: orderId } = await insertDeposit(world, mark);
  const bill = { engagementId, invoiceNumber: mark, issueDate: ctx.today, amountEUR: 1 };
  const { id: billId } = await createPortalInvoice(ctx, bill);
  const file = await received(ctx, PDF, { filename: `${mark}.pdf` });
  const { id: portalDocumentId } = await uploadEngagementDocument(ctx, {
    engagementId,
    category: 'report',
    file,
  });
  const { id: editId } = await createEdit(db, tenant.id, {
    orgId,
    engagementId,
    createdBy: user.id,
    entityType: 'engagement',
    entityId: engagementId,
    reason: mark,
  });
  const { id: uploadId } = await beginUpload(world.of(client, 'client'), {
    engagementId,
    category: 'evidence',
    filename: `${mark}.pdf`,
    sizeBytes: 1,
  });
  return {
    orgId,
    clientId: client.id,
    uploadId,
    clientInvitationId: invited.id,
    inquiryId,
    engagementId,
    milestoneId,
    deliverableId,
    scopeId,
    changeId,
    portalDocumentId,
    editId,
    talentId,
    orderId,
    billId,
  };
}
