import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import type { Actor } from './actor.ts';
import { dayOf } from './clock.ts';
import type { Ctx, JobOptions, Tenant, WriteCtx } from './context.ts';
import { notFound } from './errors.ts';
import { NO_TENANT } from './ids.ts';
import type { JournalEntry } from './journal.ts';
import { tenantColumns, tenantOf } from './tenant-row.ts';

/**
 * The context of a public request once its link has named the tenant: a visitor in that tenant, whoever is signed in
 * and wherever. What a write records and orders goes to that tenant too. A webhook stays itself.
 */
export function inTenant<C extends Ctx>(ctx: C, tenant: Tenant): C {
  const actor: Actor =
    ctx.actor.kind === 'webhook' || ctx.actor.kind === 'system' ? ctx.actor : { kind: 'visitor' };
  const today = dayOf(ctx.now, tenant.timeZone);
  const inside: Partial<Ctx> = {
    tenant,
    today,
    actor,
    ...('tx' in ctx && recordsIn(ctx as unknown as WriteCtx, tenant)),
  };
  // Defined and not assigned: what the request computes when asked (`today`) has no setter.
  return Object.create(ctx, Object.getOwnPropertyDescriptors(inside));
}

const recordsIn = (ctx: WriteCtx, { id: tenantId }: Tenant) => ({
  record: (entry: JournalEntry) => ctx.record({ ...entry, as: entry.as ?? { tenantId } }),
  enqueue: (job: string, payload: Record<string, unknown>, options?: JobOptions) =>
    ctx.enqueue(job, payload, { ...options, tenantId: options?.tenantId ?? tenantId }),
});

/** The context in the tenant of a record that the provider's ids have led to; null where the tenant is gone. */
export async function inTenantOf<C extends Ctx>(ctx: C, tenantId: string): Promise<C | null> {
  const [row] = await ctx.db.select(tenantColumns).from(tenants).where(eq(tenants.id, tenantId));
  return row ? inTenant(ctx, tenantOf(row)) : null;
}

/** Throws NOT_FOUND for a public write under a host that names no tenant. */
export function requireTenant({ tenant }: Ctx): void {
  if (tenant.id === NO_TENANT) throw notFound('Tenant');
}
