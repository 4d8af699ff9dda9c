import { startRegistration } from '@simplewebauthn/browser';
import { passkeyUsed } from '../../lib/passkey-used.ts';
import { api } from '../../trpc.ts';

/** Makes a passkey on this device and registers it. Throws what the person or the server refused. */
export async function makePasskey(deviceName: string): Promise<void> {
  const { options, challengeId } = await api.passkeys.beginRegistration.mutate({});
  const excludeCredentials = options.excludeCredentials.map(({ id, type }) => ({ id, type }));
  const made = await startRegistration({ optionsJSON: { ...options, excludeCredentials } });
  const response = { ...made };
  await api.passkeys.register.mutate({ challengeId, response, deviceName: deviceName || undefined });
  passkeyUsed.set('yes');
}

/** What the browser's own refusals mean; null for those that are the server's. */
export function browserRefusal(error: unknown): 'cancelled' | 'exists' | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'InvalidStateError') return 'exists';
  return error.name === 'NotAllowedError' || error.name === 'AbortError' ? 'cancelled' : null;
}
