import { byInvitationId } from '@officina/contracts/tenancy-inputs';
import { invitations } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { loadInvitation } from './pending-invitation.ts';

/** Takes an invitation back; its link dies. */
export const revokeInvitation = write({
  name: 'tenancy.revokeInvitation',
  permission: 'team.invite',
  input: byInvitationId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const { email, role } = await loadInvitation(ctx, id);
    const tx = await ctx.tx();
    await tx
      .update(invitations)
      .set({ revokedAt: toDate(ctx.now) })
      .where(and(eq(invitations.tenantId, ctx.tenant.id), eq(invitations.id, id)));
    ctx.record({
      verb: 'invitation.revoked',
      subject: { type: 'invitation', id },
      before: { email, role },
    });
    return { id };
  },
});
