import { byPortalId } from '@officina/contracts/portal-fields';
import type { Scope } from '@officina/contracts/scopes';
import { scopeList } from '@officina/contracts/scopes-inputs';
import { scopeProposals } from '@officina/db/schema/engagement-work';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { read } from '../../../kernel/operation.ts';
import { newestFirst } from '../newest-first.ts';
import { namedScopes, notDraft, presentScope } from './scope-row.ts';

export const scopeRecords = newestFirst({
  name: 'scopes',
  select: namedScopes,
  createdAt: scopeProposals.createdAt,
  id: scopeProposals.id,
  own: and(eq(scopeProposals.orgId, sql.placeholder('orgId')), notDraft),
  filters: {
    status: scopeProposals.status,
    engagementId: scopeProposals.engagementId,
    inquiryId: scopeProposals.inquiryId,
  },
  placeOf: ({ row }) => row,
  present: presentScope,
});

/** Scopes, newest first; clients see what was sent to their organisation. */
export const listScopes = read({
  name: 'scopes.list',
  permission: 'portal.scopes.read',
  input: scopeList,
  run: scopeRecords.page,
});

/** A scope as its screens show it; else NOT_FOUND. */
export const readScope = (ctx: Ctx, id: string): Promise<Scope> => scopeRecords.one(ctx, id);

export const getScope = read({
  name: 'scopes.get',
  permission: 'portal.scopes.read',
  input: byPortalId,
  run: (ctx, { id }): Promise<Scope> => readScope(ctx, id),
});
