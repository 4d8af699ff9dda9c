import {
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { postAuth } from '../../lib/auth.ts';
import { passkeyUsed } from '../../lib/passkey-used.ts';

interface Begun {
  options: PublicKeyCredentialRequestOptionsJSON;
  challengeId: string;
}

const PATH = 'passkeys/authenticate';

async function sign(useBrowserAutofill: boolean): Promise<void> {
  const { options, challengeId } = await postAuth<Begun>(PATH, {});
  const response = await startAuthentication({ optionsJSON: options, useBrowserAutofill });
  await postAuth(PATH, { challengeId, response });
  passkeyUsed.set('yes');
}

/** Signs in with a passkey that the browser asks for. Throws what the person or the server refused. */
export const signInByPasskey = (): Promise<void> => sign(false);

/** Lets the browser offer passkeys in the address field; resolves once one was taken, never where there are none. */
export async function passkeyByAutofill(): Promise<void> {
  if (passkeyUsed.get() !== 'yes' || !(await browserSupportsWebAuthnAutofill())) return new Promise(() => {});
  return sign(true);
}

export const stopAutofill = (): void => WebAuthnAbortService.cancelCeremony();

/** The person closed the browser's window: nothing went wrong. */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
