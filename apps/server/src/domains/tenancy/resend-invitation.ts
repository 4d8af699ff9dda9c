import type { InvitationView } from '@officina/contracts/tenancy';
import { byInvitationId } from '@officina/contracts/tenancy-inputs';
import { requireUser } from '../../kernel/authorize.ts';
import { write } from '../../kernel/operation.ts';
import { presentInvitation } from './invitation-presenter.ts';
import { loadInvitation } from './pending-invitation.ts';
import { renewInvitation } from './renew-invitation.ts';
import { checkUserLimit } from './user-limit.ts';

/** Mails an invitation again, for another seven days; the earlier link dies. */
export const resendInvitation = write({
  name: 'tenancy.resendInvitation',
  permission: 'team.invite',
  input: byInvitationId,
  async run(ctx, { id }): Promise<InvitationView> {
    const inviter = requireUser(ctx.actor);
    const invitation = await loadInvitation(ctx, id);
    await checkUserLimit(ctx, ctx.tenant.id, invitation.email);
    const fresh = await renewInvitation(ctx, invitation);
    return presentInvitation(ctx, { ...invitation, ...fresh, inviterName: inviter.name });
  },
});
