import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TenantId } from '../../kernel/ids.ts';

export interface LinkedFile {
  tenantId: TenantId;
  documentId: string;
}

const MINUTES = 5;
const HEX = '[0-9a-f]{32}';
const TOKEN = new RegExp(`^(${HEX})(${HEX})([0-9a-z]{1,8})\\.([\\w-]{43})$`);

const bare = (id: string): string => id.replaceAll('-', '');
const dashed = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const signatureOf = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** A token that opens one document of one tenant for five minutes. */
export function signLink(key: Buffer, { tenantId, documentId }: LinkedFile, now: Temporal.Instant) {
  const expiresAt = now.add({ minutes: MINUTES });
  const seconds = Math.floor(expiresAt.epochMilliseconds / 1000);
  const text = `${bare(tenantId)}${bare(documentId)}${seconds.toString(36)}`;
  return { token: `${text}.${signatureOf(key, text).toString('base64url')}`, expiresAt };
}

/** What a token opens now; null for one that is forged, changed, malformed or out of time. */
export function readLink(key: Buffer, token: string, now: Temporal.Instant): LinkedFile | null {
  const [, tenant, document, end, signature] = TOKEN.exec(token) ?? [];
  if (!tenant || !document || !end || !signature) return null;
  const expected = signatureOf(key, `${tenant}${document}${end}`);
  if (!timingSafeEqual(expected, Buffer.from(signature, 'base64url'))) return null;
  if (now.epochMilliseconds >= Number.parseInt(end, 36) * 1000) return null;
  return { tenantId: dashed(tenant) as TenantId, documentId: dashed(document) };
}
