import type { Db } from '@officina/db/client';
import { services } from '@officina/db/schema/engagements';
import { demoServices } from './demo-services.ts';

/** Fills a tenant's catalogue with the twelve services of the specification. */
export async function addDemoServices(db: Db, tenantId: string): Promise<void> {
  await db.insert(services).values(demoServices.map((service) => ({ ...service, tenantId })));
}
