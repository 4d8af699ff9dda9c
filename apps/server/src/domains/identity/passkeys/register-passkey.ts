import { registerPasskey as input } from '@officina/contracts/account-inputs';
import { passkeys } from '@officina/db/schema/passkeys';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { takeChallenge } from './challenges.ts';
import { verifyRegistration } from './verify-registration.ts';

/**
 * Keeps the passkey that the caller's authenticator has made. PASSKEY_REJECTED for whatever is wrong with it,
 * PASSKEY_EXISTS when anybody has registered it.
 */
export const registerPasskey = write({
  name: 'passkeys.register',
  permission: 'passkeys.own',
  stepUp: true,
  input,
  conflicts: { passkeys_credential_unique: () => new AppError('PASSKEY_EXISTS') },
  async run(ctx, { challengeId, response, deviceName }): Promise<{ id: string }> {
    const { id: userId } = requireUser(ctx.actor);
    const { challenge } = await takeChallenge(ctx, challengeId, { kind: 'registration', userId });
    const credential = await verifyRegistration(ctx, response, challenge).catch(() => {
      throw new AppError('PASSKEY_REJECTED');
    });
    const id = newId();
    const name = deviceName ?? `Passkey ${ctx.today}`;
    const tx = await ctx.tx();
    await tx.insert(passkeys).values({ id, userId, name, createdAt: toDate(ctx.now), ...credential });
    ctx.record({
      verb: 'passkey.registered',
      subject: { type: 'user', id: userId },
      after: { passkey: id, name, deviceType: credential.deviceType },
    });
    return { id };
  },
});
