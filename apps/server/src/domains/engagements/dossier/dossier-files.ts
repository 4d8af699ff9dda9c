import { portalRoleOf } from '@officina/contracts/role-words';
import { contacts } from '@officina/db/schema/contacts';
import { documents } from '@officina/db/schema/documents';
import {
  changeRequests,
  deliverables,
  editEvents,
  engagementDocuments,
  milestones,
  scopeProposals,
} from '@officina/db/schema/engagement-work';
import { inquiries } from '@officina/db/schema/engagements';
import { users } from '@officina/db/schema/identity';
import { engagementInvoices } from '@officina/db/schema/portal-billing';
import { invoices } from '@officina/db/schema/sales';
import { members } from '@officina/db/schema/tenancy';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { portalInvoices, presentPortalInvoice } from '../billing/invoice-row.ts';
import { presentChange } from '../change-requests/change-row.ts';
import { presentDeliverable } from '../deliverables/deliverable-row.ts';
import { ofFile, presentDocument } from '../documents/document-row.ts';
import { presentEdit } from '../edits/present-edit.ts';
import { presentEngagement } from '../engagement-row.ts';
import { presentInquiry } from '../inquiries/inquiry-row.ts';
import type { EngagementRow } from '../load-engagement.ts';
import { presentMilestone } from '../milestones/milestone-row.ts';
import { presentScope } from '../scopes/scope-row.ts';
import { auditOf } from './audit-summary.ts';

/** A view as the contract prints it, without what screens need besides. */
const bare = <V extends { abilities: unknown; version: number }>({
  abilities: _a,
  version: _v,
  ...view
}: V): Omit<V, 'abilities' | 'version'> => view;

async function scopesOf(ctx: WriteCtx, { id }: EngagementRow) {
  const tx = await ctx.tx();
  const { tenantId, engagementId, createdAt } = scopeProposals;
  const rows = await tx
    .select()
    .from(scopeProposals)
    .where(and(eq(tenantId, ctx.tenant.id), eq(engagementId, id)))
    .orderBy(asc(createdAt), asc(scopeProposals.id));
  return rows.map((row) => {
    const { organization: _, ...view } = bare(presentScope(ctx, { row, organization: { id: '', name: '' } }));
    return view;
  });
}

async function headOf(ctx: WriteCtx, row: EngagementRow) {
  const tx = await ctx.tx();
  const tenantId = ctx.tenant.id;
  const [organization] = await tx
    .select({ id: contacts.id, name: contacts.displayName })
    .from(contacts)
    .where(and(eq(contacts.tenantId, tenantId), eq(contacts.id, row.orgId)));
  const [inquiry] = row.inquiryId
    ? await tx
        .select()
        .from(inquiries)
        .where(and(eq(inquiries.tenantId, tenantId), eq(inquiries.id, row.inquiryId)))
    : [];
  const [owner] = row.ownerId
    ? await tx
        .select({ id: users.id, name: users.name, email: users.email, role: members.role })
        .from(members)
        .innerJoin(users, eq(users.id, members.userId))
        .where(and(eq(members.tenantId, tenantId), eq(members.userId, row.ownerId)))
    : [];
  return {
    ...presentEngagement(row),
    organization: organization ?? null,
    inquiry: inquiry ? presentInquiry({ ...inquiry, engagementId: row.id }) : null,
    owner: owner ? { ...owner, role: portalRoleOf(owner.role) } : null,
  };
}

async function invoicesOf(ctx: WriteCtx, { id }: EngagementRow) {
  const rows = await portalInvoices(await ctx.tx())
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(engagementInvoices.engagementId, id)))
    .orderBy(asc(invoices.createdAt), asc(invoices.id));
  return rows.map((row) => {
    const {
      status: _s,
      locked: _l,
      totalCents: _t,
      organization: _o,
      engagement: _e,
      ...view
    } = bare(presentPortalInvoice(ctx, row));
    return view;
  });
}

async function documentsOf(ctx: WriteCtx, { id }: EngagementRow) {
  const tx = await ctx.tx();
  const rows = await tx
    .select({ row: engagementDocuments, file: documents })
    .from(engagementDocuments)
    .innerJoin(documents, ofFile)
    .where(and(eq(engagementDocuments.tenantId, ctx.tenant.id), eq(engagementDocuments.engagementId, id)))
    .orderBy(asc(engagementDocuments.createdAt), asc(engagementDocuments.documentId));
  return rows.map(({ row, file }) => {
    const { name, label, category, mimeType, size, checksum, createdAt, archivedAt } = presentDocument(
      row,
      file,
    );
    return { id: row.documentId, name, label, category, mimeType, size, checksum, createdAt, archivedAt };
  });
}

/** Everything about an engagement by the name of its file; what there is none of is left out. */
export async function dossierFiles(ctx: WriteCtx, row: EngagementRow) {
  const tx = await ctx.tx();
  const tenantId = ctx.tenant.id;
  const scopes = await scopesOf(ctx, row);
  const delivered = await tx
    .select()
    .from(deliverables)
    .where(and(eq(deliverables.tenantId, tenantId), eq(deliverables.engagementId, row.id)))
    .orderBy(asc(deliverables.createdAt), asc(deliverables.id));
  const planned = await tx
    .select()
    .from(milestones)
    .where(and(eq(milestones.tenantId, tenantId), eq(milestones.engagementId, row.id)))
    .orderBy(asc(milestones.createdAt), asc(milestones.id));
  const changes = await tx
    .select()
    .from(changeRequests)
    .where(and(eq(changeRequests.tenantId, tenantId), eq(changeRequests.engagementId, row.id)))
    .orderBy(desc(changeRequests.createdAt), desc(changeRequests.id));
  const edits = await tx
    .select()
    .from(editEvents)
    .where(and(eq(editEvents.tenantId, tenantId), eq(editEvents.engagementId, row.id)))
    .orderBy(asc(editEvents.createdAt), asc(editEvents.id));
  return {
    engagement: await headOf(ctx, row),
    ...(scopes.length && { scope: scopes.at(-1) }),
    scopes,
    deliverables: delivered.map((one) => bare(presentDeliverable(ctx, one))),
    milestones: planned.map((one) => bare(presentMilestone(ctx, one))),
    'change-requests': changes.map((one) => bare(presentChange(ctx, one))),
    'edit-events': edits.map((one) => presentEdit(ctx, one)),
    invoices: await invoicesOf(ctx, row),
    'documents-manifest': await documentsOf(ctx, row),
    'audit-summary': await auditOf(ctx, row.id),
  };
}
