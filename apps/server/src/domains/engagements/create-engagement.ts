import type { Engagement } from '@officina/contracts/engagements';
import { engagementCreate } from '@officina/contracts/engagements-inputs';
import { engagements, organizations } from '@officina/db/schema/engagements';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError, invalid } from '../../kernel/errors.ts';
import { isUuid, newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { findService } from '../catalogue/load-service.ts';
import { tellPortal } from '../notifications/tell-portal.ts';
import { readEngagement } from './engagement-reads.ts';
import type { EngagementRow } from './load-engagement.ts';
import { isPortalMember } from './portal-members.ts';

/** Stores a new engagement with its journal entry, and tells the organisation's people. */
export async function insertEngagement(
  ctx: WriteCtx,
  facts: Pick<
    typeof engagements.$inferInsert,
    'orgId' | 'title' | 'serviceSlug' | 'startDate' | 'targetDate' | 'ownerId' | 'inquiryId'
  >,
): Promise<EngagementRow> {
  const tx = await ctx.tx();
  const now = toDate(ctx.now);
  const [row] = await tx
    .insert(engagements)
    .values({ ...facts, tenantId: ctx.tenant.id, id: newId(), createdAt: now, updatedAt: now })
    .returning();
  if (!row) throw new Error('the engagement was not stored');
  const subject = { type: 'engagement', id: row.id };
  const after = { ...facts, stage: row.stage, status: row.status };
  ctx.record({ verb: 'engagement.created', subject, contactId: row.orgId, engagementId: row.id, after });
  await tellPortal(ctx, { orgId: row.orgId }, 'engagement_created', {
    entityType: 'engagement',
    entityId: row.id,
    body: row.title,
  });
  return row;
}

async function checkOrganization(ctx: WriteCtx, orgId: string): Promise<void> {
  const tx = await ctx.tx();
  const [org] = isUuid(orgId)
    ? await tx
        .select({ id: organizations.contactId })
        .from(organizations)
        .where(and(eq(organizations.tenantId, ctx.tenant.id), eq(organizations.contactId, orgId)))
    : [];
  if (!org) throw new AppError('NOT_FOUND', 'Organisation not found');
}

/** Refuses an owner who is not of the staff. */
export async function checkOwner(ctx: WriteCtx, ownerId: string | null | undefined): Promise<void> {
  if (ownerId && !(await isPortalMember(ctx, ownerId)))
    throw invalid({ field: 'ownerId', message: 'Not a member of staff' });
}

/** Begins an engagement in triage. NOT_FOUND for an unknown organisation. */
export const createEngagement = write({
  name: 'engagements.create',
  permission: 'portal.engagements.write',
  input: engagementCreate,
  async run(ctx, facts): Promise<Engagement> {
    await checkOrganization(ctx, facts.orgId);
    await checkOwner(ctx, facts.ownerId);
    if (facts.serviceSlug && !(await findService(ctx, facts.serviceSlug)))
      throw invalid({ field: 'serviceSlug', message: 'Unknown service' });
    const { id } = await insertEngagement(ctx, facts);
    return readEngagement(ctx, id);
  },
});
