import { isEditableScope, SCOPE_TRANSITIONS, type Scope } from '@officina/contracts/scopes';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { scopeProposals } from '@officina/db/schema/engagement-work';
import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { isClient, ownRows } from '../org-scope.ts';
import { printMoment, wholeUnits } from '../portal-print.ts';

export type ScopeRow = typeof scopeProposals.$inferSelect;

/** Scope proposals with their organisation, newest first; takes the placeholders `tenantId` and `limit`. */
export const namedScopes = (db: Executor, where: SQL | undefined) =>
  db
    .select({ row: scopeProposals, organization: { id: contacts.id, name: contacts.displayName } })
    .from(scopeProposals)
    .innerJoin(
      contacts,
      and(eq(contacts.tenantId, scopeProposals.tenantId), eq(contacts.id, scopeProposals.orgId)),
    )
    .where(and(eq(scopeProposals.tenantId, sql.placeholder('tenantId')), where))
    .orderBy(desc(scopeProposals.createdAt), desc(scopeProposals.id))
    .limit(sql.placeholder('limit'));

export type NamedScope = Awaited<ReturnType<typeof namedScopes>>[number];

export function presentScope(ctx: Ctx, { row, organization }: NamedScope): Scope {
  const write = may(ctx.actor, 'portal.scopes.write');
  const decide = may(ctx.actor, 'portal.scopes.decide');
  return {
    id: row.id,
    orgId: row.orgId,
    inquiryId: row.inquiryId,
    engagementId: row.engagementId,
    title: row.title,
    fixedPriceEUR: wholeUnits(row.fixedPriceMinor),
    scopeSummary: row.scopeSummary,
    deliverablesJson: row.deliverables,
    status: row.status,
    clientNote: row.clientNote,
    sentAt: printMoment(row.sentAt),
    approvedAt: printMoment(row.approvedAt),
    rejectedAt: printMoment(row.rejectedAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    organization,
    abilities: {
      edit: write && isEditableScope(row.status),
      send: write && row.status === SCOPE_TRANSITIONS.send.from,
      decide: decide && row.status === SCOPE_TRANSITIONS.approve.from,
      revise: write && row.status === SCOPE_TRANSITIONS.revise.from,
    },
  };
}

/** A scope that the caller sees, held until the transaction ends. Clients see no drafts and none of others: NOT_FOUND. */
export async function holdScope(ctx: WriteCtx, id: string): Promise<ScopeRow> {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select()
        .from(scopeProposals)
        .where(
          and(
            eq(scopeProposals.tenantId, ctx.tenant.id),
            eq(scopeProposals.id, id),
            ownRows(ctx, scopeProposals.orgId),
          ),
        )
        .for('update')
    : [];
  // Judged after the lock: it may have become a draft while this waited.
  if (!row || (isClient(ctx) && row.status === 'draft')) throw new AppError('NOT_FOUND');
  return row;
}

export const notDraft = ne(scopeProposals.status, 'draft');
