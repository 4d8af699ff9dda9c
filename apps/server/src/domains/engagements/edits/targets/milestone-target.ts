import { milestones } from '@officina/db/schema/engagement-work';
import { holdMilestone } from '../../milestones/milestone-row.ts';
import { printDay } from '../../portal-print.ts';
import { dayOfPrinted, type HoldTarget, storeHeld } from './target.ts';

export const holdMilestoneTarget: HoldTarget = async (ctx, id) => {
  const { row, orgId } = await holdMilestone(ctx, id);
  const { engagementId, title, status, dueDate } = row;
  return {
    orgId,
    engagementId,
    title,
    present: { title, status, dueDate: printDay(dueDate) },
    lockOf: () => null,
    store: (unit, { dueDate: due, ...changes }) =>
      storeHeld(unit, milestones, row, {
        ...changes,
        ...(due !== undefined && { dueDate: dayOfPrinted(due) }),
      }),
  };
};
