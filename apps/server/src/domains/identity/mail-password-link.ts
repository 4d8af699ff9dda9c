import { requestPasswordReset } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { inTenant } from '../../kernel/in-tenant.ts';
import { write } from '../../kernel/operation.ts';
import { mayMail } from './link-tokens.ts';
import { membershipsOf } from './memberships.ts';
import { sendPasswordLink } from './send-password-link.ts';

/**
 * The job behind a request for a new link to set a first password. Accounts that have a password, accounts without a
 * tenant and a fourth mail within the hour get none.
 */
export const mailPasswordLink = write({
  name: 'identity.mailPasswordLink',
  permission: 'system',
  input: requestPasswordReset,
  async run(ctx, { email }): Promise<void> {
    const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
    const [membership] = user ? await membershipsOf(ctx.db, user.id) : [];
    if (!user || user.passwordHash || !membership || !(await mayMail(ctx, user.id, 'set_password'))) return;
    await sendPasswordLink(inTenant(ctx, membership.tenant), user);
  },
});
