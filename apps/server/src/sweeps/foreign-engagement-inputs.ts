import type { Case } from './foreign-inputs.ts';
import type { ForeignRows } from './foreign-world.ts';

const missing = (input: (foreign: ForeignRows) => unknown): Case => ['missing', input];
const blind = (input: (foreign: ForeignRows) => unknown): Case => ['blind', input];
const description = 'Long enough to be one.';

const change = missing(({ changeId }) => ({ id: changeId }));

/** Cases of the consultancy's engagements and what belongs to them. */
export const ENGAGEMENT_CASES: Record<string, Case> = {
  'changeRequests.create': missing(({ engagementId }) => ({
    engagementId,
    title: 'One more',
    description,
    impact: 'scope',
    severity: 'low',
  })),
  'changeRequests.decide': missing(({ changeId }) => ({
    id: changeId,
    status: 'approved',
    decisionNote: 'Fine',
  })),
  'changeRequests.get': change,
  'changeRequests.implement': change,
  'changeRequests.list': blind(({ engagementId }) => ({ engagementId })),
  'changeRequests.page': blind(({ changeId }) => ({ before: changeId })),
  'changeRequests.resubmit': missing(({ changeId }) => ({ id: changeId, description, reason: 'Because' })),
  'changeRequests.update': missing(({ changeId }) => ({ id: changeId, title: 'Another' })),
  'notifications.inbox': blind(() => ({})),
  'notifications.mark': blind(({ changeId }) => ({ ids: [changeId] })),
};
