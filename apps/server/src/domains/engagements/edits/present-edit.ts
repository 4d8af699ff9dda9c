import type { Edit, EditView, FieldChange } from '@officina/contracts/edits';
import type { ChangeStatus } from '@officina/contracts/portal';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { isClient } from '../org-scope.ts';
import { printMoment } from '../portal-print.ts';
import { STAFF_FIELDS } from './edit-news.ts';
import type { EditRow } from './edit-row.ts';

/** An edit with what is shown beside it. */
export interface NamedEdit {
  row: EditRow;
  entityTitle: string | null;
  engagementTitle: string | null;
  organization: { id: string; name: string };
  author: string;
  resolver: string | null;
  change: { title: string; status: ChangeStatus } | null;
}

/** Clients are not shown what stands in fields of the staff. */
const visible = (ctx: Ctx, { entityType, diff }: EditRow): FieldChange[] =>
  isClient(ctx) ? diff.filter(({ field }) => !STAFF_FIELDS[entityType]?.includes(field)) : diff;

export const presentEdit = (ctx: Ctx, row: EditRow): EditView => ({
  id: row.id,
  orgId: row.orgId,
  entityType: row.entityType,
  entityId: row.entityId,
  createdByUserId: row.createdBy,
  kind: row.kind,
  status: row.status,
  reason: row.reason,
  diff: visible(ctx, row),
  linkedChangeRequestId: row.linkedChangeRequestId,
  resolvedByUserId: row.resolvedBy,
  resolvedAt: printMoment(row.resolvedAt),
  rejectionNote: row.rejectionNote,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export function presentNamedEdit(ctx: Ctx, named: NamedEdit): Edit {
  const { row, entityTitle, engagementTitle, organization, author, resolver, change } = named;
  const waits = row.status === 'pending_approval';
  const resolve = waits && may(ctx.actor, 'portal.edits.resolve');
  return {
    ...presentEdit(ctx, row),
    entityTitle: entityTitle ?? '',
    organization,
    engagement:
      row.engagementId && engagementTitle !== null ? { id: row.engagementId, title: engagementTitle } : null,
    createdBy: { id: row.createdBy, name: author },
    resolvedBy: row.resolvedBy && resolver !== null ? { id: row.resolvedBy, name: resolver } : null,
    changeRequest: row.linkedChangeRequestId && change ? { id: row.linkedChangeRequestId, ...change } : null,
    abilities: {
      resolve,
      apply: resolve && change?.status === 'approved',
      link: waits && may(ctx.actor, 'portal.edits.submit'),
    },
  };
}
