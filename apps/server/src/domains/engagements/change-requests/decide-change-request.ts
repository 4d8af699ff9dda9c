import { type ChangeRequest, isOpenChange } from '@officina/contracts/change-requests';
import { changeDecision } from '@officina/contracts/change-requests-inputs';
import { toDate } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { minorOf } from '../portal-print.ts';
import { tellDecision } from './change-news.ts';
import { holdChange, presentChange } from './change-row.ts';
import { storeChange } from './store-change.ts';

/** Approves, rejects or asks back. Of several deciders at one moment one wins; the others find the request locked. */
export const decideChangeRequest = write({
  name: 'changeRequests.decide',
  permission: 'portal.changes.decide',
  input: changeDecision,
  async run(ctx, { id, status, decisionNote, costDeltaEUR, scheduleDeltaDays }): Promise<ChangeRequest> {
    const row = await holdChange(ctx, id);
    if (!isOpenChange(row.status)) throw new AppError('BAD_REQUEST', 'Change request locked');
    const next = {
      status,
      decisionNote,
      decidedAt: status === 'needs_info' ? null : toDate(ctx.now),
      costDeltaMinor: minorOf(costDeltaEUR),
      scheduleDeltaDays,
    };
    const stored = await storeChange(ctx, row, next, 'decided');
    if (stored) await tellDecision(ctx, stored, status);
    return presentChange(ctx, stored ?? row);
  },
});
