import type { BinderView } from '@officina/contracts/binders';
import { binderNote } from '@officina/contracts/binders-inputs';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { changeBinder } from './change-binder.ts';
import { lockBinder, viewBinder } from './load-binder.ts';

/** Notes work done on a binder: from today on it counts as worked on. The text is kept in the journal. */
export const addNote = write({
  name: 'binders.addNote',
  permission: 'office.binders.write',
  input: binderNote,
  async run(ctx, { ref, text }): Promise<BinderView> {
    const row = await lockBinder(ctx, ref);
    if (row.status === 'returned')
      throw new AppError('BAD_REQUEST', 'Cannot add a note to a returned binder');
    await changeBinder(ctx, row, 'binder.noted', { lastWorkOn: ctx.today }, { text });
    return viewBinder(ctx, ref);
  },
});
