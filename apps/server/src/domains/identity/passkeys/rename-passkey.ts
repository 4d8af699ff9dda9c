import { renamePasskey as input } from '@officina/contracts/account-inputs';
import { passkeys } from '@officina/db/schema/passkeys';
import { eq } from 'drizzle-orm';
import { write } from '../../../kernel/operation.ts';
import { loadPasskey } from './load-passkey.ts';

/** Gives one of the caller's passkeys another name. */
export const renamePasskey = write({
  name: 'passkeys.rename',
  permission: 'passkeys.own',
  input,
  async run(ctx, { id, name }): Promise<{ id: string }> {
    const passkey = await loadPasskey(ctx, id);
    if (passkey.name === name) return { id };
    const tx = await ctx.tx();
    await tx.update(passkeys).set({ name }).where(eq(passkeys.id, passkey.id));
    ctx.record({
      verb: 'passkey.renamed',
      subject: { type: 'user', id: passkey.userId },
      before: { passkey: id, name: passkey.name },
      after: { passkey: id, name },
    });
    return { id };
  },
});
