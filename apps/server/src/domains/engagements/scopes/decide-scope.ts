import { SCOPE_TRANSITIONS, type Scope } from '@officina/contracts/scopes';
import { scopeDecision } from '@officina/contracts/scopes-inputs';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { readScope } from './scope-reads.ts';
import { holdScope } from './scope-row.ts';
import { storeScope } from './store-scope.ts';

/** A client's answer to a sent scope of their organisation; of several answers at one moment one counts. */
async function decide(
  ctx: WriteCtx,
  act: 'approve' | 'reject',
  { id, note }: { id: string; note?: string | null | undefined },
): Promise<Scope> {
  const row = await holdScope(ctx, id);
  const { from, to } = SCOPE_TRANSITIONS[act];
  if (row.status !== from)
    throw new AppError('INVALID_STATUS_TRANSITION', 'Scope is not waiting for a decision');
  const stamp = to === 'approved' ? 'approvedAt' : 'rejectedAt';
  await storeScope(ctx, row, { status: to, clientNote: note ?? null, [stamp]: toDate(ctx.now) }, to);
  const news = { entityType: 'scope', entityId: row.id, body: row.title };
  await tellPortal(ctx, 'staff', to === 'approved' ? 'scope_approved' : 'scope_rejected', news);
  return readScope(ctx, id);
}

export const approveScope = write({
  name: 'scopes.approve',
  permission: 'portal.scopes.decide',
  input: scopeDecision,
  run: (ctx, input) => decide(ctx, 'approve', input),
});

export const rejectScope = write({
  name: 'scopes.reject',
  permission: 'portal.scopes.decide',
  input: scopeDecision,
  run: (ctx, input) => decide(ctx, 'reject', input),
});
