import { byPasskeyId } from '@officina/contracts/account-inputs';
import { passkeys } from '@officina/db/schema/passkeys';
import { eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { write } from '../../../kernel/operation.ts';
import { requireWayIn } from '../require-way-in.ts';
import { loadPasskey } from './load-passkey.ts';

/** Removes one of the caller's passkeys; LAST_CREDENTIAL when nothing else would let them in. */
export const removePasskey = write({
  name: 'passkeys.remove',
  permission: 'passkeys.own',
  stepUp: true,
  input: byPasskeyId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const { id: userId } = requireUser(ctx.actor);
    const passkey = await loadPasskey(ctx, id);
    const tx = await ctx.tx();
    await tx.delete(passkeys).where(eq(passkeys.id, passkey.id));
    await requireWayIn(ctx, userId);
    ctx.record({
      verb: 'passkey.deleted',
      subject: { type: 'user', id: userId },
      before: { passkey: id, name: passkey.name },
    });
    return { id };
  },
});
