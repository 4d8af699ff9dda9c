import {
  changeRequests,
  deliverables,
  editEvents,
  engagementDocuments,
  type milestones,
  scopeProposals,
} from '@officina/db/schema/engagement-work';
import { notifications } from '@officina/db/schema/messaging';
import { payments } from '@officina/db/schema/payments';
import { engagementInvoices } from '@officina/db/schema/portal-billing';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { deleteDocuments } from '../../documents/delete-documents.ts';

/** How many rows of each kind have gone. */
export type Counts = Record<string, number>;

const add = (counts: Counts, kind: string, rows: readonly unknown[]): void => {
  if (rows.length) counts[kind] = (counts[kind] ?? 0) + rows.length;
};

type Child = typeof changeRequests | typeof deliverables | typeof milestones | typeof scopeProposals;

/** Ids of an engagement's rows of a kind, held until the transaction ends. */
export async function childrenOf(ctx: WriteCtx, table: Child, engagementId: string): Promise<string[]> {
  const tx = await ctx.tx();
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.tenantId, ctx.tenant.id), eq(table.engagementId, engagementId)))
    .for('update');
  return rows.map(({ id }) => id);
}

async function dropNotices(ctx: WriteCtx, ids: readonly string[], counts: Counts): Promise<void> {
  const tx = await ctx.tx();
  const about = sql`${notifications.params}->>'entityId'`;
  const gone = await tx
    .delete(notifications)
    .where(and(eq(notifications.tenantId, ctx.tenant.id), inArray(about, [...ids])))
    .returning({ id: notifications.id });
  add(counts, 'notifications', gone);
}

/** Edits with the notices about them. */
export async function dropEdits(ctx: WriteCtx, ids: readonly string[], counts: Counts): Promise<void> {
  if (!ids.length) return;
  const tx = await ctx.tx();
  const gone = await tx
    .delete(editEvents)
    .where(and(eq(editEvents.tenantId, ctx.tenant.id), inArray(editEvents.id, [...ids])))
    .returning({ id: editEvents.id });
  add(counts, 'editEvents', gone);
  await dropNotices(ctx, ids, counts);
}

/** The edits of these records and the notices about both. */
export async function dropTraces(ctx: WriteCtx, ids: readonly string[], counts: Counts): Promise<void> {
  if (!ids.length) return;
  const tx = await ctx.tx();
  const edits = await tx
    .select({ id: editEvents.id })
    .from(editEvents)
    .where(and(eq(editEvents.tenantId, ctx.tenant.id), inArray(editEvents.entityId, [...ids])))
    .for('update');
  await dropEdits(
    ctx,
    edits.map(({ id }) => id),
    counts,
  );
  await dropNotices(ctx, ids, counts);
}

/** Rows of one kind with their traces. */
export async function dropRows(
  ctx: WriteCtx,
  table: Child,
  kind: string,
  ids: readonly string[],
  counts: Counts,
): Promise<void> {
  if (!ids.length) return;
  await dropTraces(ctx, ids, counts);
  const tx = await ctx.tx();
  const gone = await tx
    .delete(table)
    .where(and(eq(table.tenantId, ctx.tenant.id), inArray(table.id, [...ids])))
    .returning({ id: table.id });
  add(counts, kind, gone);
}

/** Change requests; edits that wait for one of them wait for none any more. */
export async function dropChanges(ctx: WriteCtx, ids: readonly string[], counts: Counts): Promise<void> {
  if (!ids.length) return;
  const tx = await ctx.tx();
  await tx
    .update(editEvents)
    .set({ linkedChangeRequestId: null })
    .where(and(eq(editEvents.tenantId, ctx.tenant.id), inArray(editEvents.linkedChangeRequestId, [...ids])));
  await dropRows(ctx, changeRequests, 'changeRequests', ids, counts);
}

/** Bills of engagements with their lines and revisions. Money that came through the provider stays, on no bill any more. */
export async function dropInvoices(ctx: WriteCtx, ids: readonly string[], counts: Counts): Promise<void> {
  if (!ids.length) return;
  await dropTraces(ctx, ids, counts);
  const tx = await ctx.tx();
  const tenantId = ctx.tenant.id;
  const theirs = and(eq(payments.tenantId, tenantId), inArray(payments.invoiceId, [...ids]));
  await tx
    .update(payments)
    .set({
      invoiceId: null,
      currency: sql`coalesce(payments.currency, (select i.currency from invoices i
        where i.tenant_id = payments.tenant_id and i.id = payments.invoice_id))`,
    })
    .where(and(theirs, eq(payments.method, 'stripe')));
  add(counts, 'payments', await tx.delete(payments).where(theirs).returning({ id: payments.id }));
  const gone = await tx
    .delete(invoices)
    .where(and(eq(invoices.tenantId, tenantId), inArray(invoices.id, [...ids])))
    .returning({ id: invoices.id });
  add(counts, 'invoices', gone);
}

/** Bills of these scopes or this engagement; invoices of other surfaces only lose what ties them to it. */
export async function dropInvoicesOf(
  ctx: WriteCtx,
  column: typeof engagementInvoices.engagementId | typeof engagementInvoices.scopeProposalId,
  ids: readonly string[],
  counts: Counts,
): Promise<void> {
  if (!ids.length) return;
  const tx = await ctx.tx();
  const tied = and(eq(engagementInvoices.tenantId, ctx.tenant.id), inArray(column, [...ids]));
  const rows = await tx
    .select({ id: invoices.id })
    .from(engagementInvoices)
    .innerJoin(
      invoices,
      and(eq(invoices.tenantId, engagementInvoices.tenantId), eq(invoices.id, engagementInvoices.invoiceId)),
    )
    .where(and(tied, eq(invoices.kind, 'engagement')))
    .for('update', { of: invoices });
  await dropInvoices(
    ctx,
    rows.map(({ id }) => id),
    counts,
  );
  await tx.update(engagementInvoices).set({ engagementId: null, scopeProposalId: null }).where(tied);
}

/** Scopes with their bills. */
export async function dropScopes(ctx: WriteCtx, ids: readonly string[], counts: Counts): Promise<void> {
  await dropInvoicesOf(ctx, engagementInvoices.scopeProposalId, ids, counts);
  await dropRows(ctx, scopeProposals, 'scopes', ids, counts);
}

/** Documents with their files; deliverables go on without them. */
export async function dropDocuments(ctx: WriteCtx, ids: readonly string[], counts: Counts): Promise<void> {
  if (!ids.length) return;
  await dropTraces(ctx, ids, counts);
  const tx = await ctx.tx();
  const tenantId = ctx.tenant.id;
  await tx
    .update(deliverables)
    .set({ documentId: null, version: sql`version + 1` })
    .where(and(eq(deliverables.tenantId, tenantId), inArray(deliverables.documentId, [...ids])));
  const gone = await tx
    .delete(engagementDocuments)
    .where(and(eq(engagementDocuments.tenantId, tenantId), inArray(engagementDocuments.documentId, [...ids])))
    .returning({ id: engagementDocuments.documentId });
  add(counts, 'documents', gone);
  await deleteDocuments(
    ctx,
    gone.map(({ id }) => id),
  );
}
