import { tenants } from '@officina/db/schema/tenancy';
import type { Services } from '../../kernel/services.ts';
import { DEMO_WORLDS } from './demo-worlds.ts';
import { removeHalf, renewWorld, tellAlone } from './renew-world.ts';
import { unfinished } from './unfinished.ts';

/**
 * Fills an empty database with the demo world; a database that has a tenant is left as it is, unless a fill was
 * interrupted in it. Of several processes that start at once, one fills. Returns whether it did.
 */
export function fillDemo(services: Services): Promise<boolean> {
  return tellAlone(services, async (quick) => {
    const rows = await quick.client.db.select({ subdomain: tenants.subdomain }).from(tenants);
    const names = new Set(rows.map(({ subdomain }) => subdomain));
    const half = DEMO_WORLDS.some((world) => names.has(unfinished(world.subdomain)));
    if (names.size > 0 && !half) return false;
    for (const world of DEMO_WORLDS)
      await (names.has(world.subdomain) ? removeHalf(quick, world) : renewWorld(quick, world));
    return true;
  });
}

/** Makes every tenant of the demo as on the first day; whatever else is in the database stays. */
export async function resetDemoWorlds(services: Services): Promise<void> {
  await tellAlone(services, async (quick) => {
    for (const world of DEMO_WORLDS) await renewWorld(quick, world);
  });
}
