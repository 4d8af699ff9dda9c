import { createPublicKey } from 'node:crypto';
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('base64url');
const { isCOSEPublicKeyEC2, isCOSEPublicKeyOKP, isCOSEPublicKeyRSA, COSEKEYS } = cose;

/** Throws unless the COSE key is a real one of an algorithm that we offer: a point on its curve, 2048 bits of RSA. */
export function requireSoundKey(publicKey: Uint8Array<ArrayBuffer>): void {
  const key = decodeCredentialPublicKey(publicKey);
  if (isCOSEPublicKeyEC2(key)) {
    if (key.get(COSEKEYS.alg) !== -7 || key.get(COSEKEYS.crv) !== 1) throw new Error('not ES256 on P-256');
    const x = text(key.get(COSEKEYS.x));
    const y = text(key.get(COSEKEYS.y));
    createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  } else if (isCOSEPublicKeyOKP(key)) {
    if (key.get(COSEKEYS.alg) !== -8 || key.get(COSEKEYS.crv) !== 6) throw new Error('not Ed25519');
    createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: text(key.get(COSEKEYS.x)) } });
  } else if (isCOSEPublicKeyRSA(key)) {
    if (key.get(COSEKEYS.alg) !== -257) throw new Error('not RS256');
    const made = createPublicKey({
      format: 'jwk',
      key: { kty: 'RSA', n: text(key.get(COSEKEYS.n)), e: text(key.get(COSEKEYS.e)) },
    });
    if ((made.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new Error('too short a key');
  } else throw new Error('no key that we know');
}
