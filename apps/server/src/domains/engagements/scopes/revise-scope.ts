import { byPortalId } from '@officina/contracts/portal-fields';
import { SCOPE_TRANSITIONS, type Scope } from '@officina/contracts/scopes';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { readScope } from './scope-reads.ts';
import { holdScope } from './scope-row.ts';
import { storeScope } from './store-scope.ts';

/** Takes a rejected scope back into draft; what was sent and answered is forgotten on it, not in the journal. */
export const reviseScope = write({
  name: 'scopes.revise',
  permission: 'portal.scopes.write',
  input: byPortalId,
  async run(ctx, { id }): Promise<Scope> {
    const row = await holdScope(ctx, id);
    const { from, to } = SCOPE_TRANSITIONS.revise;
    if (row.status !== from) throw new AppError('INVALID_STATUS_TRANSITION', 'Scope is not rejected');
    const cleared = { sentAt: null, approvedAt: null, rejectedAt: null, clientNote: null };
    await storeScope(ctx, row, { status: to, ...cleared }, 'revised');
    return readScope(ctx, id);
  },
});
