import { byInvitationId } from '@officina/contracts/tenancy-inputs';
import { write } from '../../kernel/operation.ts';
import { loadInvitation } from './pending-invitation.ts';
import { withdrawInvitation } from './renew-invitation.ts';

/** Takes an invitation back; its link dies. */
export const revokeInvitation = write({
  name: 'tenancy.revokeInvitation',
  permission: 'team.invite',
  input: byInvitationId,
  async run(ctx, { id }): Promise<{ id: string }> {
    await withdrawInvitation(ctx, await loadInvitation(ctx, id));
    return { id };
  },
});
