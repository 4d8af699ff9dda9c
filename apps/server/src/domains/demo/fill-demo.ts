import { createClient } from '@officina/db/client';
import { tenants } from '@officina/db/schema/tenancy';
import type { Services } from '../../kernel/services.ts';
import { DEMO_WORLDS } from './demo-worlds.ts';
import { removeHalf, renewWorld, whileAlone } from './renew-world.ts';
import { unfinished } from './unfinished.ts';

/** A thousand small commits: what a power cut would take of them is told again, since the fill is then unfinished. */
async function withoutWaiting<R>(
  services: Services,
  databaseUrl: string,
  run: (services: Services) => Promise<R>,
): Promise<R> {
  const client = createClient(databaseUrl, { max: 4, settings: { synchronous_commit: 'off' } });
  try {
    return await run({ ...services, client });
  } finally {
    await client.close();
  }
}

/**
 * Fills an empty database with the demo world; a database that has a tenant is left as it is, unless a fill was
 * interrupted in it. Of several processes that start at once, one fills. Returns whether it did.
 */
export function fillDemo(services: Services, databaseUrl: string): Promise<boolean> {
  return withoutWaiting(services, databaseUrl, (quick) =>
    whileAlone(quick, async () => {
      const rows = await quick.client.db.select({ subdomain: tenants.subdomain }).from(tenants);
      const names = new Set(rows.map(({ subdomain }) => subdomain));
      const half = DEMO_WORLDS.some((world) => names.has(unfinished(world.subdomain)));
      if (names.size > 0 && !half) return false;
      for (const world of DEMO_WORLDS)
        await (names.has(world.subdomain) ? removeHalf(quick, world) : renewWorld(quick, world));
      return true;
    }),
  );
}

/** Makes every tenant of the demo as on the first day; whatever else is in the database stays. */
export async function resetDemoWorlds(services: Services, databaseUrl: string): Promise<void> {
  await withoutWaiting(services, databaseUrl, (quick) =>
    whileAlone(quick, async () => {
      for (const world of DEMO_WORLDS) await renewWorld(quick, world);
    }),
  );
}
