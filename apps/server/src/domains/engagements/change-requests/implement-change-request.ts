import { type ChangeRequest, mayMoveChange } from '@officina/contracts/change-requests';
import { byPortalId } from '@officina/contracts/portal-fields';
import { toDate } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { tellImplemented } from './change-news.ts';
import { holdChange, presentChange } from './change-row.ts';
import { storeChange } from './store-change.ts';

/** approved → implemented; what is implemented already stays as it is. */
export const implementChangeRequest = write({
  name: 'changeRequests.implement',
  permission: 'portal.changes.decide',
  input: byPortalId,
  async run(ctx, { id }): Promise<ChangeRequest> {
    const row = await holdChange(ctx, id);
    if (row.status === 'implemented') return presentChange(ctx, row);
    if (!mayMoveChange(row.status, 'implemented', 'staff'))
      throw new AppError('BAD_REQUEST', 'Change request not approved');
    const next = { status: 'implemented' as const, implementedAt: toDate(ctx.now) };
    const stored = await storeChange(ctx, row, next, 'implemented');
    if (stored) await tellImplemented(ctx, stored);
    return presentChange(ctx, stored ?? row);
  },
});
