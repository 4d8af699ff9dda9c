import {
  type ChangeRequest,
  isFinalChange,
  isOpenChange,
  mayMoveChange,
} from '@officina/contracts/change-requests';
import { changePatch, changeUpdate } from '@officina/contracts/change-requests-inputs';
import type { ChangeStatus } from '@officina/contracts/portal';
import type { output } from 'zod';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/input.ts';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { isClient, seesOrg } from '../org-scope.ts';
import { isPortalMember } from '../portal-members.ts';
import { minorOf } from '../portal-print.ts';
import { tellDecision, tellImplemented, tellOtherSide } from './change-news.ts';
import { type ChangeRow, holdChange, presentChange, sideOf } from './change-row.ts';
import { storeChange } from './store-change.ts';

type Patch = output<typeof changePatch>;

/** What a client may ask for: no decisions, no deltas; whom it is assigned to is not theirs to say. */
function withinLimits(ctx: Ctx, patch: Patch): Patch {
  if (!isClient(ctx)) return patch;
  const { assignedToUserId: _, costDeltaEUR, scheduleDeltaDays, ...rest } = patch;
  if (rest.status && rest.status !== 'proposed' && rest.status !== 'cancelled')
    throw new AppError('FORBIDDEN');
  if ((costDeltaEUR ?? null) !== null || (scheduleDeltaDays ?? null) !== null)
    throw new AppError('FORBIDDEN');
  return rest;
}

/** In the order of the contract: locked, transition, assignee. */
async function check(
  ctx: Ctx,
  row: ChangeRow,
  { status, assignedToUserId, ...talked }: Patch,
): Promise<void> {
  const talks = Object.values(talked).some((value) => value !== undefined);
  const assigns = assignedToUserId !== undefined;
  if ((talks && !isOpenChange(row.status)) || (assigns && isFinalChange(row.status)))
    throw new AppError('BAD_REQUEST', 'Change request locked');
  if (status && status !== row.status && !mayMoveChange(row.status, status, sideOf(ctx)))
    throw new AppError('BAD_REQUEST', 'Invalid transition');
  if (assignedToUserId && !(await isPortalMember(ctx, assignedToUserId, row.orgId)))
    throw new AppError('BAD_REQUEST', 'Invalid assignee');
}

/** What is stamped on the way, and by which name the step is journalled. */
function stepTo(status: ChangeStatus | undefined, now: Date) {
  if (status === 'approved' || status === 'rejected')
    return { verb: 'decided', stamps: { decidedAt: now } } as const;
  if (status === 'implemented') return { verb: 'implemented', stamps: { implementedAt: now } } as const;
  return { verb: 'updated', stamps: status === 'needs_info' ? { decidedAt: null } : {} } as const;
}

/**
 * Changes what is asked, its status or who looks after it. What a client may not, and what is no longer open, is
 * refused before anything is written.
 */
export const updateChangeRequest = write({
  name: 'changeRequests.update',
  permission: 'portal.changes.update',
  input: changeUpdate,
  async run(ctx, raw): Promise<ChangeRequest> {
    const row = await holdChange(ctx, raw.id);
    if (!seesOrg(ctx, row.orgId)) throw new AppError('FORBIDDEN');
    const patch = withinLimits(ctx, parseInput(changePatch, raw));
    await check(ctx, row, patch);
    checkVersion(row, raw.version);
    const { status, assignedToUserId, costDeltaEUR, ...texts } = patch;
    const target = status === row.status ? undefined : status;
    const { verb, stamps } = stepTo(target, toDate(ctx.now));
    const next = {
      ...texts,
      ...stamps,
      status: target,
      assignedTo: assignedToUserId,
      costDeltaMinor: minorOf(costDeltaEUR),
    };
    const stored = await storeChange(ctx, row, next, verb);
    if (!stored) return presentChange(ctx, row);
    if (verb === 'decided') await tellDecision(ctx, stored, stored.status);
    else if (verb === 'implemented') await tellImplemented(ctx, stored);
    else await tellOtherSide(ctx, stored, 'change_request_updated');
    return presentChange(ctx, stored);
  },
});
