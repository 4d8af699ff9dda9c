import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Ctx } from '../../../kernel/context.ts';
import { ALGORITHMS, rpIdOf } from './relying-party.ts';

export interface NewCredential {
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  deviceType: 'platform' | 'cross-platform';
  backupEligible: boolean;
  backedUp: boolean;
  aaguid: string;
}

/** Longer ids are no credential's. Source: WebAuthn §7.1. */
const MAX_ID_BYTES = 1023;
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/**
 * What a registration ceremony has made. Throws, with whatever error, unless everything about it is right. Statements
 * with certificates are refused: we trust no roots, and looking up their revocations would fetch what a caller names.
 */
export async function verifyRegistration(
  ctx: Ctx,
  given: Record<string, unknown>,
  challenge: string,
): Promise<NewCredential> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } = await import(
    '@simplewebauthn/server/helpers'
  );
  const { requireSoundKey } = await import('./sound-key.ts');
  const response = given as unknown as RegistrationResponseJSON;
  const { topOrigin } = decodeClientDataJSON(response.response.clientDataJSON);
  if (topOrigin && !ctx.origins.includes(topOrigin)) throw new Error('made within a page of others');
  const statement = decodeAttestationObject(isoBase64URL.toBuffer(response.response.attestationObject));
  const format = statement.get('fmt');
  if (format !== 'none' && (format !== 'packed' || statement.get('attStmt').get('x5c')))
    throw new Error(`an attestation of format ${format}`);
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: [...ctx.origins],
    expectedRPID: rpIdOf(ctx),
    expectedType: 'webauthn.create',
    requireUserVerification: false,
    supportedAlgorithmIDs: [...ALGORITHMS],
  });
  if (!registrationInfo) throw new Error('not verified');
  const { credential, aaguid, credentialDeviceType, credentialBackedUp } = registrationInfo;
  if (credential.id !== response.id) throw new Error('another credential than it says');
  if (Buffer.from(credential.id, 'base64url').length > MAX_ID_BYTES) throw new Error('too long an id');
  requireSoundKey(credential.publicKey);
  const transports: unknown = response.response.transports;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: Array.isArray(transports) ? TRANSPORTS.filter((word) => transports.includes(word)) : [],
    deviceType: response.authenticatorAttachment === 'platform' ? 'platform' : 'cross-platform',
    backupEligible: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
    aaguid,
  };
}
