import type { WriteCtx } from '../../kernel/context.ts';
import { inTenant } from '../../kernel/in-tenant.ts';
import { becomeClient } from './become-client.ts';
import type { Membership } from './memberships.ts';
import type { WayIn } from './way-in.ts';

/** Whose mailbox it is, as the member that they are, or have just become by what their address entitles them to. */
export async function comeIn(
  ctx: WriteCtx,
  { user, tenant, membership, claim }: WayIn,
  email: string,
): Promise<{ user: { id: string; email: string; name: string }; membership: Membership }> {
  if (claim) {
    const client = await becomeClient(inTenant(ctx, tenant), { email, user, claim });
    return { user: client, membership: { role: claim.role, tenant } };
  }
  return { user, membership };
}
