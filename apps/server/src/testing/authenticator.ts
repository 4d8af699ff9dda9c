import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** Flags of authenticator data. Source: WebAuthn §6.1. */
export const FLAGS = { UP: 1, UV: 4, BE: 8, BS: 16, AT: 64 } as const;

/** What an authenticator or a hostile page might do otherwise than it should. */
export interface Tweaks {
  type?: string;
  challenge?: string;
  origin?: string;
  topOrigin?: string;
  rpId?: string;
  flags?: number;
  counter?: number;
  /** The outer id. */
  id?: string;
  /** The COSE number that the key claims. */
  alg?: number;
  format?: string;
  statement?: Map<string, unknown>;
  /** Overwrites the coordinates of the key. */
  x?: Buffer;
  attachment?: string | null;
  userHandle?: string | null;
  /** Bytes of a new credential's id. */
  idLength?: number;
}

type Cbor = Parameters<typeof isoCBOR.encode>[0];
const cbor = (value: unknown): Buffer => Buffer.from(isoCBOR.encode(value as Cbor));
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const coordinate = (value: string | undefined): Buffer => Buffer.from(value ?? '', 'base64url');

function coseKey(publicKey: KeyObject, { alg, x: other }: Tweaks): Buffer {
  const { kty, x, y } = publicKey.export({ format: 'jwk' });
  const point = other ?? coordinate(x);
  return kty === 'OKP'
    ? cbor(
        new Map<number, unknown>([
          [1, 1],
          [3, alg ?? -8],
          [-1, 6],
          [-2, new Uint8Array(point)],
        ]),
      )
    : cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, alg ?? -7],
          [-1, 1],
          [-2, new Uint8Array(point)],
          [-3, new Uint8Array(coordinate(y))],
        ]),
      );
}

interface CreationOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}

/** A passkey in software: makes one credential and signs with it, honestly unless told otherwise. */
export class Authenticator {
  readonly #origin: string;
  readonly #keys;
  #id = randomBytes(32);
  #handle = '';
  counter = 0;

  constructor(origin = 'http://localhost:3000', curve: 'P-256' | 'ed25519' = 'P-256') {
    this.#origin = origin;
    this.#keys =
      curve === 'P-256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  }

  get id(): string {
    return this.#id.toString('base64url');
  }

  #clientData(type: string, challenge: string, tweaks: Tweaks): Buffer {
    const { topOrigin } = tweaks;
    return Buffer.from(
      JSON.stringify({
        type: tweaks.type ?? type,
        challenge: tweaks.challenge ?? challenge,
        origin: tweaks.origin ?? this.#origin,
        crossOrigin: topOrigin !== undefined,
        ...(topOrigin && { topOrigin }),
      }),
    );
  }

  #authData(rpId: string, flags: number, tweaks: Tweaks): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(tweaks.flags ?? flags, 0);
    head.writeUInt32BE(tweaks.counter ?? this.counter, 1);
    return Buffer.concat([sha256(tweaks.rpId ?? rpId), head]);
  }

  #sign(data: Buffer): Buffer {
    const { privateKey } = this.#keys;
    return sign(privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256', data, privateKey);
  }

  register({ challenge, rp, user }: CreationOptions, tweaks: Tweaks = {}) {
    if (tweaks.idLength !== undefined) this.#id = randomBytes(tweaks.idLength);
    this.#handle = user.id;
    const clientData = this.#clientData('webauthn.create', challenge, tweaks);
    const flags = FLAGS.UP | FLAGS.UV | FLAGS.AT;
    const parts = [this.#authData(rp.id, flags, tweaks)];
    if ((tweaks.flags ?? flags) & FLAGS.AT) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(this.#id.length);
      parts.push(Buffer.alloc(16), length, this.#id, coseKey(this.#keys.publicKey, tweaks));
    }
    const authData = Buffer.concat(parts);
    const { format = 'none' } = tweaks;
    const self = new Map<string, unknown>([
      ['alg', -7],
      ['sig', new Uint8Array(this.#sign(Buffer.concat([authData, sha256(clientData)])))],
    ]);
    const attStmt = tweaks.statement ?? (format === 'packed' ? self : new Map());
    const attestation = new Map<string, unknown>([
      ['fmt', format],
      ['attStmt', attStmt],
      ['authData', new Uint8Array(authData)],
    ]);
    const id = tweaks.id ?? this.id;
    return {
      id,
      rawId: id,
      type: 'public-key',
      ...(tweaks.attachment !== null && { authenticatorAttachment: tweaks.attachment ?? 'platform' }),
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal', 'hybrid', 'made-up'],
      },
    };
  }

  authenticate({ challenge, rpId }: { challenge: string; rpId: string }, tweaks: Tweaks = {}) {
    const clientData = this.#clientData('webauthn.get', challenge, tweaks);
    const authData = this.#authData(rpId, FLAGS.UP | FLAGS.UV, tweaks);
    const id = tweaks.id ?? this.id;
    const handle = tweaks.userHandle === undefined ? this.#handle : tweaks.userHandle;
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: this.#sign(Buffer.concat([authData, sha256(clientData)])).toString('base64url'),
        ...(handle && { userHandle: handle }),
      },
    };
  }
}
