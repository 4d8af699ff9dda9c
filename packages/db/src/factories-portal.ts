import type { Db } from './client.ts';
import { documents } from './schema/documents.ts';
import {
  changeRequests,
  deliverables,
  editEvents,
  engagementDocuments,
  milestones,
  scopeProposals,
} from './schema/engagement-work.ts';
import { engagements, inquiries } from './schema/engagements.ts';

type Insert<T extends { $inferInsert: object }> = T['$inferInsert'];
type Row<T extends { $inferInsert: object }> = Partial<Insert<T>>;

function made<T>([row]: T[]): T {
  if (!row) throw new Error('nothing was made');
  return row;
}

/** An engagement in triage of the organisation. */
export const createEngagement = async (
  db: Db,
  tenantId: string,
  facts: Row<typeof engagements> & { orgId: string },
) =>
  made(
    await db
      .insert(engagements)
      .values({ tenantId, title: 'Harden the plant', ...facts })
      .returning(),
  );

/** A new inquiry of the organisation. */
export const createInquiry = async (
  db: Db,
  tenantId: string,
  facts: Row<typeof inquiries> & { orgId: string | null },
) =>
  made(
    await db
      .insert(inquiries)
      .values({
        tenantId,
        organization: 'Acme',
        contactEmail: 'jo@acme.test',
        emailHash: '0'.repeat(64),
        serviceSlug: 'delivery-rescue',
        timeframe: 'Immediate',
        consent: true,
        ...facts,
      })
      .returning(),
  );

/** A draft of a scope proposal over 15,000 euros. */
export const createScope = async (
  db: Db,
  tenantId: string,
  facts: Row<typeof scopeProposals> & { orgId: string },
) =>
  made(
    await db
      .insert(scopeProposals)
      .values({
        tenantId,
        title: 'Rescue scope',
        fixedPriceMinor: 1_500_000,
        scopeSummary: 'What will be done in four weeks.',
        deliverables: ['Plan', 'Report'],
        ...facts,
      })
      .returning(),
  );

/** A planned milestone. */
export const createMilestone = async (
  db: Db,
  tenantId: string,
  facts: Row<typeof milestones> & { engagementId: string },
) =>
  made(
    await db
      .insert(milestones)
      .values({ tenantId, title: 'Kick-off', position: 0, ...facts })
      .returning(),
  );

/** A deliverable in draft. */
export const createDeliverable = async (
  db: Db,
  tenantId: string,
  facts: Row<typeof deliverables> & { engagementId: string },
) =>
  made(
    await db
      .insert(deliverables)
      .values({ tenantId, title: 'Network plan', ...facts })
      .returning(),
  );

/** A proposed change request; `createdBy` is a member of the tenant. */
export const createChangeRequest = async (
  db: Db,
  tenantId: string,
  facts: Row<typeof changeRequests> &
    Pick<Insert<typeof changeRequests>, 'orgId' | 'engagementId' | 'createdBy'>,
) =>
  made(
    await db
      .insert(changeRequests)
      .values({
        tenantId,
        title: 'Add a zone',
        description: 'One more zone for the packing line.',
        impact: 'scope',
        severity: 'med',
        requestedAt: new Date('2026-01-10T08:00:00Z'),
        ...facts,
      })
      .returning(),
  );

/** A document that clients handed in; its file is not in the storage. */
export async function createEngagementDocument(
  db: Db,
  tenantId: string,
  {
    filename = 'plan.pdf',
    ...facts
  }: Omit<Row<typeof engagementDocuments>, 'documentId'> & { orgId: string; filename?: string },
) {
  const file = made(
    await db
      .insert(documents)
      .values({
        tenantId,
        category: 'engagement',
        contactId: facts.orgId,
        filename,
        contentType: 'application/pdf',
        sizeBytes: 20,
        sha256: '0'.repeat(64),
        storageKey: `${tenantId}/nothing`,
      })
      .returning(),
  );
  const row = { tenantId, documentId: file.id, category: 'client_input' as const, ...facts };
  return made(await db.insert(engagementDocuments).values(row).returning());
}

/** An edit that waits for approval; `createdBy` is a member of the tenant. */
export const createEdit = async (
  db: Db,
  tenantId: string,
  facts: Row<typeof editEvents> &
    Pick<Insert<typeof editEvents>, 'orgId' | 'createdBy' | 'entityType' | 'entityId'>,
) =>
  made(
    await db
      .insert(editEvents)
      .values({
        tenantId,
        kind: 'controlled_edit',
        status: 'pending_approval',
        reason: 'As agreed',
        diff: [{ field: 'costCenter', from: null, to: 'CC-9' }],
        ...facts,
      })
      .returning(),
  );
