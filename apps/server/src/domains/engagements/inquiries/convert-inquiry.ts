import { CONVERTIBLE } from '@officina/contracts/inquiries';
import { byPortalId } from '@officina/contracts/portal-fields';
import { engagementDocuments, scopeProposals } from '@officina/db/schema/engagement-work';
import { engagements, inquiries, organizations } from '@officina/db/schema/engagements';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { findService } from '../../catalogue/load-service.ts';
import { contentOf } from '../../catalogue/service-row.ts';
import { insertEngagement } from '../create-engagement.ts';

type InquiryRow = typeof inquiries.$inferSelect & { orgId: string };

/** Held until the transaction ends: an inquiry is converted once, however many ask at one moment. */
async function hold(ctx: WriteCtx, id: string): Promise<InquiryRow> {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select()
        .from(inquiries)
        .where(
          and(eq(inquiries.tenantId, ctx.tenant.id), eq(inquiries.id, id), eq(inquiries.kind, 'consulting')),
        )
        .for('update')
    : [];
  if (!row?.orgId) throw new AppError('NOT_FOUND');
  return { ...row, orgId: row.orgId };
}

async function engagementOf(ctx: WriteCtx, inquiryId: string): Promise<string | null> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ id: engagements.id })
    .from(engagements)
    .where(and(eq(engagements.tenantId, ctx.tenant.id), eq(engagements.inquiryId, inquiryId)));
  return row?.id ?? null;
}

async function checkScope(ctx: WriteCtx, inquiryId: string): Promise<void> {
  if (!ctx.services.config.requireScopeApproval) return;
  const tx = await ctx.tx();
  const approved = await tx.$count(
    scopeProposals,
    and(
      eq(scopeProposals.tenantId, ctx.tenant.id),
      eq(scopeProposals.inquiryId, inquiryId),
      eq(scopeProposals.status, 'approved'),
    ),
  );
  if (!approved) throw new AppError('CONFLICT', 'Approved scope required');
}

/** Scopes and documents of the inquiry come along, and what was edited of them. */
async function bringAlong(ctx: WriteCtx, inquiryId: string, engagementId: string): Promise<void> {
  const tx = await ctx.tx();
  for (const table of [scopeProposals, engagementDocuments])
    await tx
      .update(table)
      .set({ engagementId })
      .where(
        and(eq(table.tenantId, ctx.tenant.id), eq(table.inquiryId, inquiryId), isNull(table.engagementId)),
      );
  await tx.execute(sql`update edit_events e set engagement_id = ${engagementId}
    where e.tenant_id = ${ctx.tenant.id} and e.engagement_id is null and e.entity_id in (
      select s.id from scope_proposals s where s.tenant_id = ${ctx.tenant.id} and s.inquiry_id = ${inquiryId}
      union all
      select d.document_id from engagement_documents d
      where d.tenant_id = ${ctx.tenant.id} and d.inquiry_id = ${inquiryId})`);
}

/** Who asked as a prospect is a client from now on. */
async function becomeClient(ctx: WriteCtx, orgId: string): Promise<void> {
  const tx = await ctx.tx();
  const moved = await tx
    .update(organizations)
    .set({ standing: 'client', updatedAt: toDate(ctx.now) })
    .where(
      and(
        eq(organizations.tenantId, ctx.tenant.id),
        eq(organizations.contactId, orgId),
        eq(organizations.standing, 'prospect'),
      ),
    )
    .returning({ id: organizations.contactId });
  if (!moved.length) return;
  ctx.record({
    verb: 'organization.updated',
    subject: { type: 'organization', id: orgId },
    contactId: orgId,
    before: { standing: 'prospect' },
    after: { standing: 'client' },
  });
}

/**
 * Makes an engagement of an inquiry; one that is converted already answers with the engagement it became. CONFLICT while
 * the deployment asks for an approved scope and there is none.
 */
export const convertInquiry = write({
  name: 'inquiries.convert',
  permission: 'portal.inquiries.convert',
  input: byPortalId,
  async run(ctx, { id }): Promise<{ engagementId: string }> {
    const inquiry = await hold(ctx, id);
    const existing = await engagementOf(ctx, inquiry.id);
    if (existing) return { engagementId: existing };
    if (!CONVERTIBLE.includes(inquiry.status)) throw new AppError('INVALID_STATUS_TRANSITION');
    await checkScope(ctx, inquiry.id);
    const service = await findService(ctx, inquiry.serviceSlug);
    const title = service ? contentOf(service).texts.en.title : `Engagement for ${inquiry.organization}`;
    const { orgId, serviceSlug } = inquiry;
    const tx = await ctx.tx();
    await tx
      .update(inquiries)
      .set({ status: 'converted', updatedAt: toDate(ctx.now) })
      .where(and(eq(inquiries.tenantId, ctx.tenant.id), eq(inquiries.id, inquiry.id)));
    const engagement = await insertEngagement(ctx, { orgId, title, serviceSlug, inquiryId: inquiry.id });
    await bringAlong(ctx, inquiry.id, engagement.id);
    await becomeClient(ctx, orgId);
    ctx.record({
      verb: 'inquiry.converted',
      subject: { type: 'inquiry', id: inquiry.id },
      contactId: orgId,
      engagementId: engagement.id,
      before: { status: inquiry.status },
      after: { status: 'converted', engagementId: engagement.id },
    });
    return { engagementId: engagement.id };
  },
});
