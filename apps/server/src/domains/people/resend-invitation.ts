import { byPortalId } from '@officina/contracts/portal-fields';
import { write } from '../../kernel/operation.ts';
import { loadClientInvitation } from '../tenancy/pending-invitation.ts';
import { renewInvitation } from '../tenancy/renew-invitation.ts';

/** Mails somebody's invitation again, for another seven days; the earlier link dies. */
export const resendPersonInvitation = write({
  name: 'people.resendInvitation',
  permission: 'portal.organizations.manage',
  input: byPortalId,
  async run(ctx, { id }): Promise<{ id: string }> {
    await renewInvitation(ctx, await loadClientInvitation(ctx, id));
    return { id };
  },
});
