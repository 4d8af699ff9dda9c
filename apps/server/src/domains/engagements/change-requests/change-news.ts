import type { ChangeStatus } from '@officina/contracts/portal';
import type { WriteCtx } from '../../../kernel/context.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { mailClients } from '../mail-clients.ts';
import { isClient } from '../org-scope.ts';
import type { ChangeRow } from './change-row.ts';

const about = ({ id, title }: ChangeRow) => ({ entityType: 'change_request', entityId: id, body: title });

/** Clients' acts are told to staff, those of staff to the people of the organisation. */
export const tellOtherSide = (
  ctx: WriteCtx,
  row: ChangeRow,
  kind: 'change_request_created' | 'change_request_updated',
): Promise<void> => tellPortal(ctx, isClient(ctx) ? 'staff' : { orgId: row.orgId }, kind, about(row));

export const tellImplemented = (ctx: WriteCtx, row: ChangeRow): Promise<void> =>
  tellPortal(ctx, { orgId: row.orgId }, 'change_request_implemented', about(row));

/** The organisation hears of a decision in the bell and by mail. */
export async function tellDecision(ctx: WriteCtx, row: ChangeRow, status: ChangeStatus): Promise<void> {
  const title = `Change request ${status}`;
  await tellPortal(ctx, { orgId: row.orgId }, 'change_request_decision', { ...about(row), title });
  await mailClients(ctx, row.orgId, {
    subject: title,
    lines: [row.title, ...(row.decisionNote ? [row.decisionNote] : [])],
    path: `/portal/change-requests/${row.id}`,
  });
}
