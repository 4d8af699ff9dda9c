import type { TenantChoiceView } from '@officina/contracts/identity';
import { z } from 'zod';
import { requireUser } from '../../kernel/authorize.ts';
import { read } from '../../kernel/operation.ts';
import { membershipsOf } from './memberships.ts';

/** The tenants that the caller may enter, the one last used first. */
export const listOwnTenants = read({
  name: 'identity.tenants',
  permission: 'member',
  input: z.object({}),
  async run(ctx): Promise<{ items: TenantChoiceView[] }> {
    const actor = requireUser(ctx.actor);
    const memberships = await membershipsOf(ctx.db, actor.id);
    return {
      items: memberships.map(({ role, tenant: { id, subdomain, name } }) => ({
        id,
        subdomain,
        name,
        role,
        current: id === ctx.tenant.id,
      })),
    };
  },
});
