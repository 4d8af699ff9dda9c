import { byPortalId } from '@officina/contracts/portal-fields';
import { write } from '../../kernel/operation.ts';
import { loadClientInvitation } from '../tenancy/pending-invitation.ts';
import { withdrawInvitation } from '../tenancy/renew-invitation.ts';

/** Takes somebody's invitation back; its link dies. */
export const revokePersonInvitation = write({
  name: 'people.revokeInvitation',
  permission: 'portal.organizations.manage',
  input: byPortalId,
  async run(ctx, { id }): Promise<{ id: string }> {
    await withdrawInvitation(ctx, await loadClientInvitation(ctx, id));
    return { id };
  },
});
