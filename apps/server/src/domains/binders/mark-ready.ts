import type { BinderView } from '@officina/contracts/binders';
import { byBinder } from '@officina/contracts/binders-inputs';
import type { binders } from '@officina/db/schema/office';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { queueClientMessage } from '../messaging/queue-client-message.ts';
import { changeBinder } from './change-binder.ts';
import { lockBinder, viewBinder } from './load-binder.ts';

type Row = typeof binders.$inferSelect;

/** Makes a locked binder ready and asks its client to come for it, once in the binder's life. */
export async function makeReady(ctx: WriteCtx, row: Row): Promise<Row> {
  const binder = await changeBinder(ctx, row, 'binder.ready', { status: 'ready_for_pickup' });
  await queueClientMessage(ctx, { trigger: 'binder_ready_for_pickup', contactId: row.contactId, binder });
  return binder;
}

export const markReady = write({
  name: 'binders.markReady',
  permission: 'office.binders.write',
  input: byBinder,
  async run(ctx, { ref }): Promise<BinderView> {
    const row = await lockBinder(ctx, ref);
    if (row.status !== 'in_office')
      throw new AppError('BAD_REQUEST', `Cannot mark binder as ready from status ${row.status}`);
    await makeReady(ctx, row);
    return viewBinder(ctx, ref);
  },
});
