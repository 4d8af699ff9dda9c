import { beginAuthentication as input } from '@officina/contracts/account-inputs';
import { write } from '../../../kernel/operation.ts';
import { giveChallenge } from './challenges.ts';
import { CEREMONY_MS, rpIdOf } from './relying-party.ts';

/** What a browser has to know to use a passkey: the same for every address, so that it tells nothing about any. */
export const beginAuthentication = write({
  name: 'passkeys.beginAuthentication',
  permission: 'public',
  input,
  async run(ctx, { email }) {
    const { challengeId, challenge } = await giveChallenge(ctx, { kind: 'authentication', email });
    return {
      options: {
        challenge,
        timeout: CEREMONY_MS,
        rpId: rpIdOf(ctx),
        userVerification: 'preferred' as const,
      },
      challengeId,
    };
  },
});
