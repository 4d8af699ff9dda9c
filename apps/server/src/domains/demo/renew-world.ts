import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import type { Services } from '../../kernel/services.ts';
import type { DemoWorld } from './demo-worlds.ts';
import { removeDemoTenant, removeFiles } from './remove-tenant.ts';
import { unfinished } from './unfinished.ts';

/** Any number that nothing else locks by. */
const FILL_LOCK = 7_031_947;

/**
 * Of all processes one tells histories at a time; the others wait. Its commits do not wait for the disk: what a power cut
 * would take of a thousand small ones is told again, since the tenant is then unfinished.
 */
export async function tellAlone<R>(services: Services, run: (quick: Services) => Promise<R>): Promise<R> {
  const client = services.client.another({ max: 4, settings: { synchronous_commit: 'off' } });
  const lock = await client.sql.reserve();
  try {
    await lock`select pg_advisory_lock(${FILL_LOCK}::bigint)`;
    return await run({ ...services, client });
  } finally {
    await lock`select pg_advisory_unlock(${FILL_LOCK}::bigint)`;
    lock.release();
    await client.close();
  }
}

/** Removes what an interrupted fill of a world has left. */
export async function removeHalf(services: Services, { subdomain }: DemoWorld): Promise<void> {
  const files = await services.client.db.transaction(async (tx) => {
    const named = eq(tenants.subdomain, unfinished(subdomain));
    const [half] = await tx.select({ id: tenants.id }).from(tenants).where(named);
    return half ? await removeDemoTenant(tx, half.id) : [];
  });
  await removeFiles(services, files);
}

/**
 * Tells a world's history anew, beside the old one, and puts it in its place at the end: until then everybody works on
 * in the old one. To be called by `tellAlone`.
 */
export async function renewWorld(services: Services, world: DemoWorld): Promise<void> {
  if (!services.config.demo) throw new Error('There is no demo outside of demo mode');
  await removeHalf(services, world);
  await world.fill(services);
}
