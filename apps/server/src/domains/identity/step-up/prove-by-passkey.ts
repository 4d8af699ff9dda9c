import { authenticatePasskey as input } from '@officina/contracts/account-inputs';
import { requireUser } from '../../../kernel/authorize.ts';
import { write } from '../../../kernel/operation.ts';
import { verifyPasskey } from '../passkeys/verify-passkey.ts';
import { rotateSession } from '../rotate-session.ts';

/** As `proveByPassword`, with a passkey of the caller's own; the challenge is that of a sign-in. */
export const proveByPasskey = write({
  name: 'identity.proveByPasskey',
  permission: 'member',
  input,
  async run(ctx, signature): Promise<{ token: string; expires: string }> {
    const actor = requireUser(ctx.actor);
    await verifyPasskey(ctx, signature, actor.id);
    ctx.record({ verb: 'user.proved', subject: { type: 'user', id: actor.id }, after: { by: 'passkey' } });
    return rotateSession(ctx, actor, { proved: true });
  },
});
