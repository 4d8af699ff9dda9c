import { signIn as input } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { checkPassword } from './check-password.ts';
import { enter, type SignedIn } from './enter.ts';
import { membershipsOf } from './memberships.ts';

/**
 * Opens a session for an e-mail and password, in the host's tenant or the one last used. Unknown account, wrong
 * password, removed member and foreign host give the same answer after the same work.
 */
export const signIn = write({
  name: 'identity.signIn',
  permission: 'public',
  input,
  async run(ctx, { email, password }): Promise<SignedIn> {
    const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
    const matches = await checkPassword(ctx, { email, account: user, password });
    const [membership] = user && matches ? await membershipsOf(ctx.db, user.id, ctx.hostSubdomain) : [];
    if (!user || !membership) throw new AppError('INVALID_CREDENTIALS');
    return enter(ctx, user, membership, 'password');
  },
});
