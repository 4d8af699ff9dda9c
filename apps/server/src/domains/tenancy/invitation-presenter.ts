import type { InvitationView } from '@officina/contracts/tenancy';
import type { invitations } from '@officina/db/schema/tenancy';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { rolesGrantedBy } from './team.ts';

type Row = Pick<typeof invitations.$inferSelect, 'id' | 'email' | 'role' | 'createdAt' | 'expiresAt'> & {
  inviterName: string;
};

export function presentInvitation(ctx: Ctx, row: Row): InvitationView {
  const grants = rolesGrantedBy(ctx.actor).some((role) => role === row.role);
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    invitedBy: row.inviterName,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt.getTime() <= ctx.now.epochMilliseconds,
    abilities: { edit: grants && may(ctx.actor, 'team.invite') },
  };
}
