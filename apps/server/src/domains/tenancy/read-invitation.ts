import { byToken } from '@officina/contracts/identity-inputs';
import type { InvitedView } from '@officina/contracts/tenancy';
import { users } from '@officina/db/schema/identity';
import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import { read } from '../../kernel/operation.ts';
import { openInvitation } from './pending-invitation.ts';

/** What an invitation's link says, before it is accepted. */
export const readInvitation = read({
  name: 'tenancy.invitation',
  permission: 'public',
  input: byToken,
  async run(ctx, { token }): Promise<InvitedView> {
    const { tenantId, email, role, organization, expiresAt, inviterName } = await openInvitation(ctx, token);
    const [tenant] = await ctx.db
      .select({ name: tenants.name })
      .from(tenants)
      .where(eq(tenants.id, tenantId));
    const [user] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
    return {
      email,
      role,
      tenantName: tenant?.name ?? '',
      organization,
      invitedBy: inviterName,
      expiresAt: expiresAt.toISOString(),
      userExists: user !== undefined,
    };
  },
});
