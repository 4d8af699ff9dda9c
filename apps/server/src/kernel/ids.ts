import { hash, randomBytes, randomUUIDv7 } from 'node:crypto';

declare const brand: unique symbol;
/** A tenant's id that came from a credential or a host name, never from input. */
export type TenantId = string & { readonly [brand]: 'tenant' };

const COUNTER = 12;
const FULL = 1 << COUNTER;
let last = { moment: '', count: 0 };

/**
 * A new row id: UUID version 7, so that ids sort by the time at which they were made. Those of one process sort so also
 * within a millisecond, since entries of one transaction are told apart by their ids alone: the twelve bits after the
 * time count (RFC 9562 §6.2, method 1), from a random start in their lower half.
 */
export function newId(): string {
  for (;;) {
    const id = randomUUIDv7();
    const moment = id.slice(0, 13);
    const fresh = moment > last.moment;
    const count = fresh ? Number.parseInt(id.slice(15, 18), 16) & (FULL / 2 - 1) : last.count + 1;
    if (count === FULL) continue;
    last = { moment: fresh ? moment : last.moment, count };
    return `${last.moment}-7${count.toString(16).padStart(3, '0')}${id.slice(18)}`;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);

/** The tenant of requests that name none: owns nothing, so every look-up in it finds nothing. */
export const NO_TENANT = '00000000-0000-0000-0000-000000000000' as TenantId;

/** 192 random bits for links and sessions, URL-safe. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** What is stored of a secret: hex SHA-256. Secrets are random, so no salt and no slow hash is needed. */
export const hashSecret = (secret: string): string => hash('sha256', secret, 'hex');

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
