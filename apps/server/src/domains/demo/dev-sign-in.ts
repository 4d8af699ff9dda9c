import { devSignIn as input } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { enter, type SignedIn } from '../identity/enter.ts';
import { membershipsOf } from '../identity/memberships.ts';
import { demoAccounts } from './demo-accounts.ts';

/** Opens a session of one of the offered demo accounts without its password. Outside of demo mode there are none. */
export const devSignIn = write({
  name: 'demo.signIn',
  permission: 'public',
  input,
  async run(ctx, { email }): Promise<SignedIn> {
    const offered = ctx.services.config.demo && demoAccounts.some((account) => account.email === email);
    const [user] = offered ? await ctx.db.select().from(users).where(eq(users.email, email)) : [];
    const [membership] = user ? await membershipsOf(ctx.db, user.id, ctx.hostSubdomain) : [];
    if (!user || !membership) throw new AppError('INVALID_CREDENTIALS');
    return enter(ctx, user, membership, 'dev-login');
  },
});
