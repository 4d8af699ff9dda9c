import type { Role } from '@officina/contracts/roles';
import type { Db } from '@officina/db/client';
import { users } from '@officina/db/schema/identity';
import { members, tenants } from '@officina/db/schema/tenancy';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { BearerTokens } from '../../kernel/bearer-tokens.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Tenant } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { prepared } from '../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../kernel/tenant-row.ts';
import { type Person, personColumns, personOf } from './person.ts';
import { lacksProvider } from './require-provider.ts';

/** Whose token it is, as their membership stands now. */
export interface BearerFacts {
  user: Person;
  tenant: Tenant;
  role: Role;
  orgId: string | null;
  expiresAt: Date;
}

const lookUp = prepared((db) =>
  db
    .select({
      user: personColumns,
      role: members.role,
      orgId: members.contactId,
      tenant: tenantColumns,
    })
    .from(users)
    .innerJoin(
      members,
      and(
        eq(members.userId, users.id),
        eq(members.tenantId, sql.placeholder('tenantId')),
        isNull(members.removedAt),
      ),
    )
    .innerJoin(tenants, eq(tenants.id, members.tenantId))
    .where(eq(users.ref, sql.placeholder('ref')))
    .prepare('bearer_look_up'),
);

const TTL_MS = 10_000;
const MAX_ENTRIES = 10_000;
type Membership = Omit<BearerFacts, 'expiresAt'>;

/**
 * Bearers of access tokens. The signature is checked on every request; the membership behind it is remembered for ten
 * seconds and forgotten at once when a change of it is announced, as sessions are.
 */
export class BearerStore {
  readonly #db: Db;
  readonly #tokens: BearerTokens;
  readonly #clock: Clock;
  readonly #cache = new Map<string, { membership: Membership | null; until: number }>();
  /** Grows with each forgetting: what was read before it must not be remembered after it. */
  #forgotten = 0;

  constructor(db: Db, tokens: BearerTokens, clock: Clock) {
    this.#db = db;
    this.#tokens = tokens;
    this.#clock = clock;
  }

  /** The bearer of an `Authorization` header. Throws UNAUTHORIZED with the reason. */
  async resolve(authorization: string | null): Promise<BearerFacts> {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new AppError('UNAUTHORIZED', 'Not authenticated');
    const claims = await this.#tokens.verify(token);
    if (!claims || !isUuid(claims.tid) || !/^\d{1,15}$/.test(claims.sub))
      throw new AppError('UNAUTHORIZED', 'Invalid or expired token');
    const membership = await this.#membership(claims.tid, Number(claims.sub));
    if (!membership) throw new AppError('UNAUTHORIZED', 'User not found or inactive');
    return { ...membership, expiresAt: claims.expiresAt };
  }

  async #membership(tenantId: string, ref: number): Promise<Membership | null> {
    const key = `${tenantId}:${ref}`;
    const cached = this.#cache.get(key);
    const now = this.#clock.now().epochMilliseconds;
    if (cached && cached.until > now) return cached.membership;
    const before = this.#forgotten;
    const [row] = await lookUp(this.#db).execute({ tenantId, ref });
    // A token is had for a password alone, so it ends where the firm's provider becomes the only way in.
    const barred =
      row &&
      (await lacksProvider(this.#db, { email: row.user.email, role: row.role, tenantId, idpId: null }));
    const membership =
      row && !barred
        ? { user: personOf(row.user), role: row.role, orgId: row.orgId, tenant: tenantOf(row.tenant) }
        : null;
    if (this.#cache.size >= MAX_ENTRIES) this.#cache.clear();
    if (before === this.#forgotten) this.#cache.set(key, { membership, until: now + TTL_MS });
    return membership;
  }

  /** Any announced change of people or tenants drops all: looking them up again is one prepared read each. */
  forget(): void {
    this.#forgotten++;
    this.#cache.clear();
  }
}
