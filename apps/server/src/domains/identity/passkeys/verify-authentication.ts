import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Ctx } from '../../../kernel/context.ts';
import { rpIdOf } from './relying-party.ts';

export interface Assertion {
  counter: number;
  backedUp: boolean;
}

interface Expected {
  challenge: string;
  passkey: { credentialId: string; publicKey: Buffer; backupEligible: boolean };
  /** By which the authenticator knows the account. */
  handle: string | null;
}

/** What a passkey has signed. Throws, with whatever error, unless it is right; the counter is the caller's to judge. */
export async function verifyAuthentication(
  ctx: Ctx,
  given: Record<string, unknown>,
  { challenge, passkey, handle }: Expected,
): Promise<Assertion> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const response = given as unknown as AuthenticationResponseJSON;
  const { userHandle } = response.response;
  if (userHandle && userHandle !== handle) throw new Error('the handle of another account');
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: [...ctx.origins],
    expectedRPID: rpIdOf(ctx),
    expectedType: 'webauthn.get',
    requireUserVerification: false,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
  });
  if (!verified) throw new Error('not verified');
  const { newCounter, credentialBackedUp, credentialDeviceType } = authenticationInfo;
  if ((credentialDeviceType === 'multiDevice') !== passkey.backupEligible)
    throw new Error('another kind of credential than was registered');
  return { counter: newCounter, backedUp: credentialBackedUp };
}
