import { randomBytes } from 'node:crypto';
import { users } from '@officina/db/schema/identity';
import { passkeys } from '@officina/db/schema/passkeys';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { write } from '../../../kernel/operation.ts';
import { giveChallenge } from './challenges.ts';
import { ALGORITHMS, CEREMONY_MS, RP_NAME, rpIdOf } from './relying-party.ts';

const options = (
  challenge: string,
  rpId: string,
  user: { id: string; name: string; displayName: string },
) => ({
  challenge,
  rp: { name: RP_NAME, id: rpId },
  user,
  pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' as const })),
  timeout: CEREMONY_MS,
  attestation: 'none' as const,
  authenticatorSelection: {
    residentKey: 'preferred' as const,
    requireResidentKey: false,
    userVerification: 'preferred' as const,
  },
});

/** What the caller's browser has to know to make a passkey. Authenticators know the person by a random handle. */
export const beginRegistration = write({
  name: 'passkeys.beginRegistration',
  permission: 'passkeys.own',
  stepUp: true,
  input: z.object({}),
  async run(ctx) {
    const { id: userId, email, name } = requireUser(ctx.actor);
    const fresh = randomBytes(64).toString('base64url');
    const [user] = await ctx.db
      .update(users)
      .set({ webauthnHandle: sql`coalesce(${users.webauthnHandle}, ${fresh})` })
      .where(eq(users.id, userId))
      .returning({ handle: users.webauthnHandle });
    const own = await ctx.db
      .select({ id: passkeys.credentialId, transports: passkeys.transports })
      .from(passkeys)
      .where(eq(passkeys.userId, userId));
    const { challengeId, challenge } = await giveChallenge(ctx, { kind: 'registration', userId });
    const handle = user?.handle ?? fresh;
    return {
      options: {
        ...options(challenge, rpIdOf(ctx), { id: handle, name: email, displayName: name }),
        excludeCredentials: own.map((credential) => ({ ...credential, type: 'public-key' as const })),
      },
      challengeId,
    };
  },
});
