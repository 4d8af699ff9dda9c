import { authenticatePasskey as input } from '@officina/contracts/account-inputs';
import { write } from '../../../kernel/operation.ts';
import { enter, type SignedIn } from '../enter.ts';
import { verifyPasskey } from './verify-passkey.ts';

/** Signs in whose passkey signed the challenge. */
export const authenticatePasskey = write({
  name: 'passkeys.authenticate',
  permission: 'public',
  input,
  async run(ctx, signature): Promise<SignedIn> {
    const { user, membership } = await verifyPasskey(ctx, signature);
    return enter(ctx, user, membership, 'passkey');
  },
});
