import type { Tx } from '@officina/db/client';
import { documents, unclaimedFiles, uploadParts } from '@officina/db/schema/documents';
import { tenants } from '@officina/db/schema/tenancy';
import { tenantTablesDependentsFirst } from '@officina/db/tenant-tables';
import { and, eq, sql } from 'drizzle-orm';
import type { Services } from '../../kernel/services.ts';

/**
 * Deletes a demo tenant with everything that is its own; any other stays, with an error. Answers the files that nothing
 * names any more, to be removed once the transaction is committed. People stay: they may belong elsewhere too.
 */
export async function removeDemoTenant(tx: Tx, tenantId: string): Promise<string[]> {
  // Under this lock nobody changes anything of the tenant: all that entries of its journal tell of refers to it.
  const [tenant] = await tx
    .select({ demo: tenants.demo, subdomain: tenants.subdomain })
    .from(tenants)
    .where(eq(tenants.id, tenantId))
    .for('update');
  if (!tenant) return [];
  if (!tenant.demo) throw new Error(`${tenant.subdomain} is no demo: it is not removed`);
  const files = [documents, unclaimedFiles, uploadParts].map((table) =>
    tx.select({ key: table.storageKey }).from(table).where(eq(table.tenantId, tenantId)),
  );
  const keys = (await Promise.all(files)).flat().map(({ key }) => key);
  for (const table of tenantTablesDependentsFirst())
    await tx.execute(sql`delete from ${sql.identifier(table)} where tenant_id = ${tenantId}`);
  await tx.delete(tenants).where(and(eq(tenants.id, tenantId), eq(tenants.demo, true)));
  return keys;
}

/** Removes files that no row names. One failure stops no other: what stays harms nobody. */
export async function removeFiles({ storage, log }: Services, keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await storage
      .delete(key)
      .catch((err: unknown) => log.warn({ err, key }, 'a file of a former demo stays'));
}
