import type { Sql } from 'postgres';

/** Takes a demo's subdomain from the tenant that another file of this worker left under it. */
export async function freeSubdomain(sql: Sql, subdomain: string): Promise<void> {
  await sql`update tenants set subdomain = 'left-' || replace(id::text, '-', ''), demo = false
    where subdomain = ${subdomain}`;
}
