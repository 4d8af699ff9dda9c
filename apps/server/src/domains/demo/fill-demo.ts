import { createClient } from '@officina/db/client';
import type { Services } from '../../kernel/services.ts';
import { fillGarageDupont } from './garage-dupont.ts';
import { wipe } from './wipe.ts';

/** Any number that nothing else locks by. */
const FILL_LOCK = 7_031_947;

/**
 * Fills an empty database with the demo world; a database that has a tenant is left as it is, unless a fill was
 * interrupted in it. Of several processes that start at once, one fills. Returns whether it did.
 */
export async function fillDemo(services: Services, databaseUrl: string): Promise<boolean> {
  // A thousand small commits: what a power cut would take of them is told again, since the fill is then unfinished.
  const client = createClient(databaseUrl, { max: 4, settings: { synchronous_commit: 'off' } });
  const lock = await client.sql.reserve();
  try {
    await lock`select pg_advisory_lock(${FILL_LOCK}::bigint)`;
    const [state] = await lock<{ filled: boolean; half: boolean }[]>`select
      exists (select from tenants) as filled, exists (select from tenants where subdomain like 'filling-%') as half`;
    if (state?.half) await wipe(services);
    else if (state?.filled) return false;
    await fillGarageDupont({ ...services, client });
    return true;
  } finally {
    await lock`select pg_advisory_unlock(${FILL_LOCK}::bigint)`;
    lock.release();
    await client.close();
  }
}
