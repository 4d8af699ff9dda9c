import type { BinderView } from '@officina/contracts/binders';
import { dashboardPart } from '@officina/contracts/binders-inputs';
import type { Page } from '@officina/contracts/paging';
import { read } from '../../kernel/operation.ts';
import { listBinders } from './list-binders.ts';

/** All binders in the office in the order of their promised days. */
export const workQueue = read({
  name: 'binders.workQueue',
  permission: 'office.binders.read',
  input: dashboardPart,
  async run(ctx, { cursor, limit }): Promise<Page<BinderView>> {
    const order = { tab: 'open', sort: 'expectedReturnAt', dir: 'asc' } as const;
    const { counts: _, ...page } = await listBinders(ctx, { ...order, cursor, limit });
    return page;
  },
});
