import type { Db } from '@officina/db/client';
import { tenants } from '@officina/db/schema/tenancy';
import { asc, inArray } from 'drizzle-orm';
import { type ChainReport, verifyChain } from './verify-chain.ts';

const counted = (count: number, one: string, many = one): string => `${count} ${count === 1 ? one : many}`;

/** One line for the person who checks: what holds, what is not sealed yet, and where the chain breaks. */
function lineOf(subdomain: string, { verified, erased, unsealed, broken }: ChainReport): string {
  const parts = [counted(verified, 'entry holds', 'entries hold')];
  if (erased) parts.push(`${erased} erased`);
  if (unsealed) parts.push(`${unsealed} not sealed yet`);
  if (broken) {
    const which = broken.id ? `entry ${broken.seq} (${broken.id})` : `entry ${broken.seq}`;
    parts.push(`BROKEN at ${which}: ${broken.reason}`);
  }
  return `${subdomain}: ${parts.join(', ')}`;
}

/**
 * Verifies the journals of these tenants, by subdomain, or of all when none is named; changes nothing. Says one line
 * per tenant, answers whether all hold.
 */
export async function auditJournals(
  db: Db,
  subdomains: readonly string[],
  say: (line: string) => void,
): Promise<boolean> {
  const all = await db
    .select({ id: tenants.id, subdomain: tenants.subdomain })
    .from(tenants)
    .where(subdomains.length ? inArray(tenants.subdomain, [...subdomains]) : undefined)
    .orderBy(asc(tenants.subdomain));
  let whole = true;
  for (const { id, subdomain } of all) {
    const report = await verifyChain(db, id);
    if (report.broken) whole = false;
    say(lineOf(subdomain, report));
  }
  return whole;
}
