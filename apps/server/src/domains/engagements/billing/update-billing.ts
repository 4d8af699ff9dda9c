import type { EngagementView } from '@officina/contracts/engagements';
import { engagementBilling } from '@officina/contracts/engagements-inputs';
import { write } from '../../../kernel/operation.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { presentEngagement } from '../engagement-row.ts';
import { holdEngagement } from '../load-engagement.ts';
import { storeEngagement } from '../store-engagement.ts';

/** Staff's direct way to the codes under which the client books its bills. */
export const updateBilling = write({
  name: 'billing.updateEngagement',
  permission: 'portal.billing.write',
  input: engagementBilling,
  async run(ctx, { engagementId, ...codes }): Promise<EngagementView> {
    const row = await holdEngagement(ctx, engagementId);
    const stored = await storeEngagement(ctx, row, codes, 'billing_updated');
    if (!stored) return presentEngagement(row);
    await tellPortal(ctx, { orgId: row.orgId }, 'billing_updated', {
      entityType: 'engagement',
      entityId: row.id,
      body: stored.title,
    });
    return presentEngagement(stored);
  },
});
