import type { BinderView } from '@officina/contracts/binders';
import { binderReturn } from '@officina/contracts/binders-inputs';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { changeBinder } from './change-binder.ts';
import { lockBinder, viewBinder } from './load-binder.ts';
import { makeReady } from './mark-ready.ts';
import { officeMember } from './office-member.ts';

/** Hands a binder back to the person who collects it; their name is required. The end of the binder's life. */
export const returnBinder = write({
  name: 'binders.return',
  permission: 'office.binders.write',
  input: binderReturn,
  async run(ctx, { ref, pickupPersonName, returnedByRef, readyFirst }): Promise<BinderView> {
    if (!pickupPersonName) throw new AppError('BAD_REQUEST', 'pickup_person_name is required');
    const stored = await lockBinder(ctx, ref);
    const returnedBy = await officeMember(ctx, returnedByRef);
    const row = readyFirst && stored.status === 'in_office' ? await makeReady(ctx, stored) : stored;
    if (row.status !== 'ready_for_pickup')
      throw new AppError('BAD_REQUEST', `Cannot return binder from status ${row.status}`);
    const change = { status: 'returned' as const, returnedAt: ctx.today, returnedBy, pickupPersonName };
    await changeBinder(ctx, row, 'binder.returned', change);
    return viewBinder(ctx, ref);
  },
});
