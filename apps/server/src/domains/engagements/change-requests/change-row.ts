import {
  type ChangeRequest,
  type ChangeRequestAbilities,
  type ChangeRequestItem,
  isFinalChange,
  isOpenChange,
  mayMoveChange,
} from '@officina/contracts/change-requests';
import { changeRequests } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { isClient } from '../org-scope.ts';
import { printMoment, wholeUnits } from '../portal-print.ts';

export type ChangeRow = typeof changeRequests.$inferSelect;

export const sideOf = (ctx: Ctx) => (isClient(ctx) ? 'client' : 'staff');

/** A change request of the tenant, whoever's it is, held until the transaction ends: of two deciders the second waits. */
export async function holdChange(ctx: WriteCtx, id: string): Promise<ChangeRow> {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select()
        .from(changeRequests)
        .where(and(eq(changeRequests.tenantId, ctx.tenant.id), eq(changeRequests.id, id)))
        .for('update')
    : [];
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

function abilitiesOf(ctx: Ctx, { status }: ChangeRow): ChangeRequestAbilities {
  const side = sideOf(ctx);
  const update = may(ctx.actor, 'portal.changes.update');
  const decide = may(ctx.actor, 'portal.changes.decide');
  return {
    edit: update && isOpenChange(status),
    decide: decide && isOpenChange(status),
    assign: decide && !isFinalChange(status),
    implement: decide && mayMoveChange(status, 'implemented', side),
    resubmit: update && mayMoveChange(status, 'proposed', side),
    cancel: update && mayMoveChange(status, 'cancelled', side),
  };
}

export function presentChange(ctx: Ctx, row: ChangeRow): ChangeRequest {
  return {
    id: row.id,
    orgId: row.orgId,
    engagementId: row.engagementId,
    createdByUserId: row.createdBy,
    assignedToUserId: row.assignedTo,
    title: row.title,
    description: row.description,
    impact: row.impact,
    severity: row.severity,
    status: row.status,
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: printMoment(row.decidedAt),
    implementedAt: printMoment(row.implementedAt),
    decisionNote: row.decisionNote,
    costDeltaEUR: wholeUnits(row.costDeltaMinor),
    scheduleDeltaDays: row.scheduleDeltaDays,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    abilities: abilitiesOf(ctx, row),
  };
}

/** A change request with what is shown beside it. */
export interface NamedChangeRow {
  row: ChangeRow;
  engagementTitle: string;
  author: { id: string; name: string; email: string };
  /** Null for staff. */
  authorOrg: string | null;
  assignee: { id: string; name: string; gone: boolean } | null;
}

export function presentChangeItem(
  ctx: Ctx,
  { row, engagementTitle, author, authorOrg, assignee }: NamedChangeRow,
): ChangeRequestItem {
  const hidden = isClient(ctx) && authorOrg === null;
  return {
    ...presentChange(ctx, row),
    engagement: { id: row.engagementId, title: engagementTitle },
    createdBy: { ...author, email: hidden ? null : author.email },
    assignedTo: assignee?.id ? assignee : null,
  };
}
