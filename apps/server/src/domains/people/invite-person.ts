import { personInvite } from '@officina/contracts/people-inputs';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { lockOrganization } from '../organizations/load-organization.ts';
import { lockTenant } from '../tenancy/lock-tenant.ts';
import { storeInvitation } from '../tenancy/store-invitation.ts';

/** Who was shut out is let in again, not invited beside it. */
async function refuseDisabled(ctx: WriteCtx, email: string): Promise<void> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ id: members.userId })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.tenantId, ctx.tenant.id),
        eq(users.email, email),
        isNotNull(members.removedAt),
        isNotNull(members.contactId),
      ),
    );
  if (!row) return;
  throw new AppError('CONFLICT', 'This person is disabled', [
    { field: 'email', message: 'Disabled: enable them instead' },
  ]);
}

/**
 * Invites an address to be a client of an organisation, for seven days; inviting it again replaces the invitation that
 * waits. An account of that address is not touched: its owner joins with the mailed link, or by a sign-in link.
 */
export const invitePerson = write({
  name: 'people.invite',
  permission: 'portal.organizations.manage',
  input: personInvite,
  async run(ctx, { email, role, orgId }): Promise<{ id: string; email: string }> {
    await lockTenant(ctx, ctx.tenant.id);
    await refuseDisabled(ctx, email);
    const { id, name } = await lockOrganization(ctx, orgId);
    const invitation = await storeInvitation(ctx, {
      email,
      role,
      organization: { id, name: name ?? '' },
    });
    return { id: invitation.id, email };
  },
});
