import { engagementDocuments, scopeProposals } from '@officina/db/schema/engagement-work';
import { engagements, inquiries } from '@officina/db/schema/engagements';
import { and, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Purged } from './purged.ts';
import { type Counts, dropDocuments, dropScopes, dropTraces } from './remains.ts';

/** An inquiry with what belongs to it alone; what became an engagement's goes on without it. */
export async function purgeInquiry(ctx: WriteCtx, id: string): Promise<Purged> {
  const tx = await ctx.tx();
  const tenantId = ctx.tenant.id;
  const own = and(eq(inquiries.tenantId, tenantId), eq(inquiries.id, id), eq(inquiries.kind, 'consulting'));
  const [row] = isUuid(id) ? await tx.select().from(inquiries).where(own).for('update') : [];
  if (!row) throw new AppError('NOT_FOUND');
  const counts: Counts = {};
  const scopes = await tx
    .select({ id: scopeProposals.id })
    .from(scopeProposals)
    .where(
      and(
        eq(scopeProposals.tenantId, tenantId),
        eq(scopeProposals.inquiryId, row.id),
        isNull(scopeProposals.engagementId),
      ),
    )
    .for('update');
  const documents = await tx
    .select({ id: engagementDocuments.documentId })
    .from(engagementDocuments)
    .where(
      and(
        eq(engagementDocuments.tenantId, tenantId),
        eq(engagementDocuments.inquiryId, row.id),
        isNull(engagementDocuments.engagementId),
      ),
    )
    .for('update');
  await dropScopes(
    ctx,
    scopes.map((scope) => scope.id),
    counts,
  );
  await dropDocuments(
    ctx,
    documents.map((document) => document.id),
    counts,
  );
  for (const table of [scopeProposals, engagementDocuments, engagements])
    await tx
      .update(table)
      .set({ inquiryId: null })
      .where(and(eq(table.tenantId, tenantId), eq(table.inquiryId, row.id)));
  await dropTraces(ctx, [row.id], counts);
  await tx.delete(inquiries).where(own);
  return { orgId: row.orgId, engagementId: null, title: row.organization, snapshot: row, counts };
}
