import { scopeProposals } from '@officina/db/schema/engagement-work';
import { minorOf, wholeUnits } from '../../portal-print.ts';
import { holdScope, type ScopeRow } from '../../scopes/scope-row.ts';
import { type HoldTarget, storeHeld } from './target.ts';

const COLUMNS: Record<string, (to: unknown) => Partial<ScopeRow>> = {
  scopeSummary: (to) => ({ scopeSummary: to as string }),
  deliverablesJson: (to) => ({ deliverables: to as string[] }),
  fixedPriceEUR: (to) => ({ fixedPriceMinor: minorOf(to as number) }),
};

const columnsOf = (changes: Record<string, unknown>): Partial<ScopeRow> =>
  Object.assign({}, ...Object.entries(changes).map(([field, to]) => COLUMNS[field]?.(to)));

export const holdScopeTarget: HoldTarget = async (ctx, id) => {
  const row = await holdScope(ctx, id);
  const { orgId, engagementId, title, scopeSummary, deliverables, fixedPriceMinor } = row;
  return {
    orgId,
    engagementId,
    title,
    present: { scopeSummary, deliverablesJson: deliverables, fixedPriceEUR: wholeUnits(fixedPriceMinor) },
    lockOf: () => (row.status === 'rejected' ? 'Scope locked' : null),
    store: (unit, changes) => storeHeld(unit, scopeProposals, row, columnsOf(changes)),
  };
};
