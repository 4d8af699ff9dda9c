import type { BinderView } from '@officina/contracts/binders';
import { byBinder } from '@officina/contracts/binders-inputs';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { changeBinder } from './change-binder.ts';
import { lockBinder, viewBinder } from './load-binder.ts';

/** Takes a binder back to work. The message that it was ready has gone out and is not sent again. */
export const undoReady = write({
  name: 'binders.undoReady',
  permission: 'office.binders.write',
  input: byBinder,
  async run(ctx, { ref }): Promise<BinderView> {
    const row = await lockBinder(ctx, ref);
    if (row.status !== 'ready_for_pickup')
      throw new AppError('BAD_REQUEST', `Cannot undo ready from status ${row.status}`);
    await changeBinder(ctx, row, 'binder.ready_undone', { status: 'in_office', lastWorkOn: ctx.today });
    return viewBinder(ctx, ref);
  },
});
