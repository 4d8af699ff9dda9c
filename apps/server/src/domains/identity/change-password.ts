import { changePassword as input } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import { invalid } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { checkPassword } from './check-password.ts';
import { endSessions } from './end-sessions.ts';
import { dropTokens } from './link-tokens.ts';
import { rotateSession } from './rotate-session.ts';

/** A new password for who knows the present one. The caller's other sessions end; this one gets a new token. */
export const changePassword = write({
  name: 'identity.changePassword',
  permission: 'member',
  input,
  async run(ctx, { current, next }): Promise<{ token: string; expires: string }> {
    const actor = requireUser(ctx.actor);
    const [account] = await ctx.db.select().from(users).where(eq(users.id, actor.id));
    const wrong = invalid({ field: 'current', message: 'Wrong password' });
    if (!(await checkPassword(ctx, { email: actor.email, account, password: current }))) throw wrong;
    const passwordHash = await ctx.services.passwords.hash(next);
    const tx = await ctx.tx();
    const changed = await tx
      .update(users)
      .set({ passwordHash, updatedAt: toDate(ctx.now) })
      .where(and(eq(users.id, actor.id), eq(users.passwordHash, account?.passwordHash ?? '')))
      .returning({ id: users.id });
    // Another change came first: what was typed is no longer the present password.
    if (!changed.length) throw wrong;
    await dropTokens(ctx, actor.id, 'reset_password');
    await endSessions(ctx, { userId: actor.id, except: actor.sessionId });
    ctx.record({ verb: 'password.changed', subject: { type: 'user', id: actor.id } });
    return rotateSession(ctx, actor, { proved: true });
  },
});
