import type { Services } from '../../kernel/services.ts';
import { fillGarageDupont } from './garage-dupont.ts';

/** Any number that nothing else locks by. */
const FILL_LOCK = 7_031_947;

/**
 * Fills an empty database with the demo world; a database that has a tenant is left as it is. Of several processes
 * that start at once, one fills. Returns whether it did.
 */
export async function fillDemo(services: Services): Promise<boolean> {
  const lock = await services.client.sql.reserve();
  try {
    await lock`select pg_advisory_lock(${FILL_LOCK}::bigint)`;
    const [any] = await lock`select 1 from tenants limit 1`;
    if (any) return false;
    await fillGarageDupont(services);
    return true;
  } finally {
    await lock`select pg_advisory_unlock(${FILL_LOCK}::bigint)`;
    lock.release();
  }
}
