import {
  changeRequests,
  deliverables,
  editEvents,
  engagementDocuments,
  milestones,
  scopeProposals,
} from '@officina/db/schema/engagement-work';
import { engagements } from '@officina/db/schema/engagements';
import { engagementInvoices } from '@officina/db/schema/portal-billing';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { holdEngagement } from '../load-engagement.ts';
import type { Purged } from './purged.ts';
import {
  type Counts,
  childrenOf,
  dropChanges,
  dropDocuments,
  dropEdits,
  dropInvoicesOf,
  dropRows,
  dropScopes,
  dropTraces,
} from './remains.ts';

/** An engagement with everything under it; the inquiry that it came from stays. */
export async function purgeEngagement(ctx: WriteCtx, id: string): Promise<Purged> {
  const row = await holdEngagement(ctx, id);
  const tx = await ctx.tx();
  const tenantId = ctx.tenant.id;
  const counts: Counts = {};
  const documents = await tx
    .select({ id: engagementDocuments.documentId })
    .from(engagementDocuments)
    .where(and(eq(engagementDocuments.tenantId, tenantId), eq(engagementDocuments.engagementId, row.id)));
  await dropInvoicesOf(ctx, engagementInvoices.engagementId, [row.id], counts);
  await dropScopes(ctx, await childrenOf(ctx, scopeProposals, row.id), counts);
  await dropRows(ctx, milestones, 'milestones', await childrenOf(ctx, milestones, row.id), counts);
  await dropRows(ctx, deliverables, 'deliverables', await childrenOf(ctx, deliverables, row.id), counts);
  await dropDocuments(
    ctx,
    documents.map((document) => document.id),
    counts,
  );
  await dropChanges(ctx, await childrenOf(ctx, changeRequests, row.id), counts);
  // Those of records that have since moved elsewhere or are gone.
  const edits = await tx
    .select({ id: editEvents.id })
    .from(editEvents)
    .where(and(eq(editEvents.tenantId, tenantId), eq(editEvents.engagementId, row.id)));
  await dropEdits(
    ctx,
    edits.map((edit) => edit.id),
    counts,
  );
  await dropTraces(ctx, [row.id], counts);
  await tx.delete(engagements).where(and(eq(engagements.tenantId, tenantId), eq(engagements.id, row.id)));
  return { orgId: row.orgId, engagementId: row.id, title: row.title, snapshot: row, counts };
}
