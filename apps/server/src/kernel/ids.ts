import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';

declare const brand: unique symbol;
/** A tenant's id that came from a credential or a host name, never from input. */
export type TenantId = string & { readonly [brand]: 'tenant' };

/** A new row id: UUID version 7, so that ids sort by the time at which they were made. */
export const newId = (): string => randomUUIDv7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);

/** The tenant of requests that name none: owns nothing, so every look-up in it finds nothing. */
export const NO_TENANT = '00000000-0000-0000-0000-000000000000' as TenantId;

/** 192 random bits for links and sessions, URL-safe. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** What is stored of a secret: hex SHA-256. Secrets are random, so no salt and no slow hash is needed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A link token that carries its tenant, so that public look-ups stay inside one tenant's rows. */
export function newTenantToken(tenantId: TenantId): { token: string; hash: string } {
  const token = `${tenantId.replaceAll('-', '')}.${newSecret()}`;
  return { token, hash: hashSecret(token) };
}

/** The tenant that a link token names, or null for anything malformed. */
export function tenantOfToken(token: string): TenantId | null {
  const match = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.[\w-]{32}$/.exec(token);
  return match ? (match.slice(1, 6).join('-') as TenantId) : null;
}
