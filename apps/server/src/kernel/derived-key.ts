import { hkdfSync } from 'node:crypto';

/** A key for one purpose, made of the installation's secret: keys of other purposes do not give it away. */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `officina: ${purpose}`, 32));
