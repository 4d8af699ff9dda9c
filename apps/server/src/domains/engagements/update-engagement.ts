import type { Engagement } from '@officina/contracts/engagements';
import { engagementUpdate } from '@officina/contracts/engagements-inputs';
import { authorize } from '../../kernel/authorize.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { checkOwner } from './create-engagement.ts';
import { readEngagement } from './engagement-reads.ts';
import { holdEngagement } from './load-engagement.ts';
import { storeEngagement } from './store-engagement.ts';

/**
 * Sets what is given; null clears. Closing completes the engagement; only who may reopen takes it out of `closed` again
 * (else FORBIDDEN).
 */
export const updateEngagement = write({
  name: 'engagements.update',
  permission: 'portal.engagements.write',
  input: engagementUpdate,
  async run(ctx, { id, version, ...facts }): Promise<Engagement> {
    const row = await holdEngagement(ctx, id);
    const reopened = row.stage === 'closed' && facts.stage !== undefined && facts.stage !== 'closed';
    if (reopened) authorize(ctx.actor, 'portal.engagements.reopen');
    checkVersion(row, version);
    if (facts.ownerId !== row.ownerId) await checkOwner(ctx, facts.ownerId);
    const closed = row.stage !== 'closed' && facts.stage === 'closed';
    const next = closed ? { ...facts, status: 'completed' as const } : facts;
    await storeEngagement(ctx, row, next, 'updated');
    return readEngagement(ctx, id);
  },
});
