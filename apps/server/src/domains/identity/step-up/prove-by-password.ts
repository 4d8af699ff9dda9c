import { proveByPassword as input } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { checkPassword } from '../check-password.ts';
import { rotateSession } from '../rotate-session.ts';

/** Who is signed in proves again that it is them: dangerous things may be done for a while, under a new token. */
export const proveByPassword = write({
  name: 'identity.proveByPassword',
  permission: 'member',
  input,
  async run(ctx, { password }): Promise<{ token: string; expires: string }> {
    const actor = requireUser(ctx.actor);
    const [account] = await ctx.db.select().from(users).where(eq(users.id, actor.id));
    if (!(await checkPassword(ctx, { email: actor.email, account, password })))
      throw invalid({ field: 'password', message: 'Wrong password' });
    ctx.record({ verb: 'user.proved', subject: { type: 'user', id: actor.id }, after: { by: 'password' } });
    return rotateSession(ctx, actor, { proved: true });
  },
});
