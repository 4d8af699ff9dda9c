import { subdomain as wellFormed } from '@officina/contracts/identity-inputs';
import type { SubdomainAnswer } from '@officina/contracts/tenancy';
import { checkSubdomain as input } from '@officina/contracts/tenancy-inputs';
import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import { read } from '../../kernel/operation.ts';

/** Whether a new business could have this subdomain now. The sign-up itself is judged by the unique index. */
export const checkSubdomain = read({
  name: 'tenancy.checkSubdomain',
  permission: 'public',
  input,
  async run(ctx, { subdomain }): Promise<SubdomainAnswer> {
    const asked = wellFormed.safeParse(subdomain);
    if (!asked.success) return { available: false, reason: 'invalid' };
    const [taken] = await ctx.db
      .select({ id: tenants.id })
      .from(tenants)
      .where(eq(tenants.subdomain, asked.data));
    return taken ? { available: false, reason: 'taken' } : { available: true, reason: null };
  },
});
