import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts what must be read again, such as secrets of webhooks: AES-256-GCM under a key of the installation. */
export interface SecretBox {
  seal(text: string): string;
  /** Throws for what was sealed under another key, or changed. */
  open(sealed: string): string;
}

const ALGORITHM = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

export function secretBox(key: Buffer): SecretBox {
  return {
    seal(text) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv(ALGORITHM, key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV), { authTagLength: TAG });
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
    },
  };
}
