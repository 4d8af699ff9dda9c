import type { BinderView } from '@officina/contracts/binders';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { BinderRow } from './binder-row.ts';
import { binderAbilities, verdictOf } from './binder-verdict.ts';

/** A binder as the caller sees it today. */
export function presentBinder(ctx: Ctx, row: BinderRow): BinderView {
  return {
    id: row.id,
    ref: row.ref,
    client: { ref: row.clientRef, name: row.clientName },
    binderNumber: row.number,
    status: row.status,
    receivedAt: row.receivedAt,
    expectedReturnAt: row.expectedReturnAt,
    returnedAt: row.returnedAt,
    pickupPersonName: row.pickupPersonName,
    notes: row.notes,
    receivedBy: { ref: row.receivedByRef, name: row.receivedByName },
    returnedBy:
      row.returnedByRef === null ? null : { ref: row.returnedByRef, name: row.returnedByName ?? '' },
    version: row.version,
    ...verdictOf(row, ctx.today),
    abilities: binderAbilities(row.status, may(ctx.actor, 'office.binders.write')),
  };
}
