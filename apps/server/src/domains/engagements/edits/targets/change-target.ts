import { isOpenChange } from '@officina/contracts/change-requests';
import { changeRequests } from '@officina/db/schema/engagement-work';
import { AppError } from '../../../../kernel/errors.ts';
import { holdChange } from '../../change-requests/change-row.ts';
import { seesOrg } from '../../org-scope.ts';
import { type HoldTarget, storeHeld } from './target.ts';

export const holdChangeTarget: HoldTarget = async (ctx, id) => {
  const row = await holdChange(ctx, id);
  const { orgId, engagementId, title, description } = row;
  if (!seesOrg(ctx, orgId)) throw new AppError('NOT_FOUND');
  return {
    orgId,
    engagementId,
    title,
    present: { title, description },
    lockOf: () => (isOpenChange(row.status) ? null : 'Change request locked'),
    store: (unit, changes) => storeHeld(unit, changeRequests, row, changes),
  };
};
