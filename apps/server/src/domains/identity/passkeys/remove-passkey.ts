import { byPasskeyId } from '@officina/contracts/account-inputs';
import { users } from '@officina/db/schema/identity';
import { passkeys } from '@officina/db/schema/passkeys';
import { ssoLinks } from '@officina/db/schema/sso';
import { and, count, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { loadPasskey } from './load-passkey.ts';

/** Under the lock of the account: two passkeys removed at once must not both count the other. */
async function requireAnotherWayIn(ctx: WriteCtx, userId: string): Promise<void> {
  const tx = await ctx.tx();
  const [user] = await tx
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId))
    .for('update');
  if (user?.passwordHash) return;
  const [own] = await tx.select({ held: count() }).from(passkeys).where(eq(passkeys.userId, userId));
  if ((own?.held ?? 0) > 1) return;
  const links = await tx
    .select({ userId: ssoLinks.userId })
    .from(ssoLinks)
    .where(and(crossTenant('an account is global'), eq(ssoLinks.userId, userId)))
    .limit(1);
  if (!links.length) throw new AppError('LAST_CREDENTIAL');
}

/** Removes one of the caller's passkeys; LAST_CREDENTIAL when nothing else would let them in. */
export const removePasskey = write({
  name: 'passkeys.remove',
  permission: 'passkeys.own',
  stepUp: true,
  input: byPasskeyId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const { id: userId } = requireUser(ctx.actor);
    const passkey = await loadPasskey(ctx, id);
    await requireAnotherWayIn(ctx, userId);
    const tx = await ctx.tx();
    await tx.delete(passkeys).where(eq(passkeys.id, passkey.id));
    ctx.record({
      verb: 'passkey.deleted',
      subject: { type: 'user', id: userId },
      before: { passkey: id, name: passkey.name },
    });
    return { id };
  },
});
