import type { InvitationView } from '@officina/contracts/tenancy';
import { invite as input } from '@officina/contracts/tenancy-inputs';
import { requireUser } from '../../kernel/authorize.ts';
import { write } from '../../kernel/operation.ts';
import { presentInvitation } from './invitation-presenter.ts';
import { storeInvitation } from './store-invitation.ts';
import { lockTeam, requireGrantable } from './team.ts';
import { checkUserLimit } from './user-limit.ts';

/** Invites an address to the team for seven days. Inviting it again replaces the invitation that waits. */
export const invite = write({
  name: 'tenancy.invite',
  permission: 'team.invite',
  input,
  async run(ctx, { email, role }): Promise<InvitationView> {
    const inviter = requireUser(ctx.actor);
    requireGrantable(await lockTeam(ctx, 'team.invite'), role, 'team.invite');
    await checkUserLimit(ctx, ctx.tenant.id, email);
    const row = await storeInvitation(ctx, { email, role, organization: null });
    return presentInvitation(ctx, { ...row, inviterName: inviter.name });
  },
});
