import type { Db } from '@officina/db/client';
import { tenants } from '@officina/db/schema/tenancy';
import { eq, sql } from 'drizzle-orm';
import type { Tenant } from '../../kernel/context.ts';
import { NO_TENANT } from '../../kernel/ids.ts';
import { prepared } from '../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../kernel/tenant-row.ts';

const bySubdomain = prepared((db) =>
  db
    .select(tenantColumns)
    .from(tenants)
    .where(eq(tenants.subdomain, sql.placeholder('subdomain')))
    .prepare('tenant_by_subdomain'),
);
const byId = prepared((db) =>
  db
    .select(tenantColumns)
    .from(tenants)
    .where(eq(tenants.id, sql.placeholder('id')))
    .prepare('tenant_by_id'),
);

/** Stands for "no tenant": nothing belongs to it, so every look-up in it answers NOT_FOUND. */
export const nowhere: Tenant = {
  id: NO_TENANT,
  subdomain: '',
  name: '',
  plan: 'free',
  timeZone: 'UTC',
  currency: 'EUR',
  locale: 'en',
  modules: [],
};

const TTL_MS = 10_000;

/** Tenants by subdomain for requests without a session, remembered for ten seconds. */
export class TenantDirectory {
  readonly #db: Db;
  readonly #cache = new Map<string, { tenant: Tenant | null; until: number }>();
  /** Grows with each forgetting: what was read before it must not be remembered after it. */
  #forgotten = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  async find(subdomain: string): Promise<Tenant | null> {
    const cached = this.#cache.get(subdomain);
    if (cached && cached.until > Date.now()) return cached.tenant;
    const before = this.#forgotten;
    const [row] = await bySubdomain(this.#db).execute({ subdomain });
    const tenant = row ? tenantOf(row) : null;
    if (this.#cache.size > 1000) this.#cache.clear();
    if (before === this.#forgotten) this.#cache.set(subdomain, { tenant, until: Date.now() + TTL_MS });
    return tenant;
  }

  /** By id, uncached: for jobs and link tokens. */
  async byId(id: string): Promise<Tenant | null> {
    const [row] = await byId(this.#db).execute({ id });
    return row ? tenantOf(row) : null;
  }

  forget(): void {
    this.#forgotten++;
    this.#cache.clear();
  }
}
