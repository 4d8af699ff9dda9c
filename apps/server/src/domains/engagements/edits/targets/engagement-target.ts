import { engagements } from '@officina/db/schema/engagements';
import { AppError } from '../../../../kernel/errors.ts';
import { presentEngagement } from '../../engagement-row.ts';
import { type EngagementRow, holdEngagement } from '../../load-engagement.ts';
import { seesOrg } from '../../org-scope.ts';
import { isPortalMember } from '../../portal-members.ts';
import { dayOfPrinted, type HoldTarget, storeHeld } from './target.ts';

const DAYS = ['startDate', 'targetDate'];

const columnsOf = (changes: Record<string, unknown>): Partial<EngagementRow> =>
  Object.fromEntries(
    Object.entries(changes).map(([field, to]) => [field, DAYS.includes(field) ? dayOfPrinted(to) : to]),
  );

export const holdEngagementTarget: HoldTarget = async (ctx, id) => {
  const row = await holdEngagement(ctx, id);
  if (!seesOrg(ctx, row.orgId)) throw new AppError('NOT_FOUND');
  return {
    orgId: row.orgId,
    engagementId: row.id,
    title: row.title,
    present: { ...presentEngagement(row) },
    lockOf: () => null,
    mayRefer: async (unit, field, value) =>
      field !== 'ownerId' || value === null || isPortalMember(unit, String(value)),
    store: (unit, changes) => storeHeld(unit, engagements, row, columnsOf(changes)),
  };
};
