import type { KeyScope } from '@officina/contracts/api-keys';
import { type Permission, permissionsOf, roleMay } from '@officina/contracts/permissions';
import type { Role } from '@officina/contracts/roles';
import type { Db } from '@officina/db/client';
import { apiKeys } from '@officina/db/schema/api-keys';
import { users } from '@officina/db/schema/identity';
import { members, tenants } from '@officina/db/schema/tenancy';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { ApiKeyActor } from '../../../kernel/actor.ts';
import { type Clock, toDate } from '../../../kernel/clock.ts';
import type { Tenant } from '../../../kernel/context.ts';
import { hashSecret } from '../../../kernel/ids.ts';
import { crossTenant, prepared } from '../../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../../kernel/tenant-row.ts';

export interface KeyFacts {
  actor: ApiKeyActor;
  tenant: Tenant;
}

/** A live key of a member who still is one and has proved their address, where they had to. */
const lookUp = prepared((db) =>
  db
    .select({
      id: apiKeys.id,
      userId: apiKeys.userId,
      scopes: apiKeys.scopes,
      rateLimit: apiKeys.rateLimit,
      lastUsedAt: apiKeys.lastUsedAt,
      role: members.role,
      tenant: tenantColumns,
    })
    .from(apiKeys)
    .innerJoin(members, and(eq(members.tenantId, apiKeys.tenantId), eq(members.userId, apiKeys.userId)))
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .innerJoin(tenants, eq(tenants.id, apiKeys.tenantId))
    .where(
      and(
        crossTenant('a key names itself'),
        eq(apiKeys.keyHash, sql.placeholder('hash')),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql.placeholder('now'))),
        isNull(members.removedAt),
        sql`not (${users.verificationRequired} and ${users.emailVerifiedAt} is null)`,
      ),
    )
    .prepare('api_key_look_up'),
);

const USED_EVERY_MS = 60_000;

/** The words of a role that a key's scopes let through: the reading ones, the writing ones, and no others. */
export const wordsOf = (role: Role, scopes: readonly KeyScope[]): Permission[] =>
  [...permissionsOf(role)].filter((word) => scopes.some((scope) => word.endsWith(`.${scope}`)));

/**
 * Bearers of API keys. Each request asks the database, so that a key ends with the request after its revocation, or
 * after its owner's removal or demotion, on every process.
 */
export class ApiKeyStore {
  readonly #db: Db;
  readonly #clock: Clock;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Whose key it is and what it may do now; null for one that does not count. */
  async resolve(key: string, ip: string | null): Promise<KeyFacts | null> {
    const now = toDate(this.#clock.now());
    const [row] = await lookUp(this.#db).execute({ hash: hashSecret(key), now: now.toISOString() });
    if (!row || !roleMay(row.role, 'keys.manage')) return null;
    const { id, userId, role, rateLimit, scopes } = row;
    if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() >= USED_EVERY_MS)
      await this.#db
        .update(apiKeys)
        .set({ lastUsedAt: now, lastIp: ip })
        .where(and(eq(apiKeys.tenantId, row.tenant.id), eq(apiKeys.id, id)));
    return {
      actor: { kind: 'apiKey', id, userId, role, rateLimit, scopes: wordsOf(role, scopes) },
      tenant: tenantOf(row.tenant),
    };
  }
}
