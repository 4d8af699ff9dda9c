import type { Role } from '@officina/contracts/roles';
import { createMember, createTenant, unique } from '@officina/db/factories';
import { members } from '@officina/db/schema/tenancy';
import type { Services } from '../kernel/services.ts';
import { PASSWORD } from './browser.ts';

/** A member who can sign in with `PASSWORD`. */
export async function personWithPassword(
  services: Services,
  tenantId: string,
  role: Role = 'owner',
  facts: Parameters<typeof createMember>[3] = {},
  orgId?: string,
) {
  const passwordHash = await services.passwords.hash(PASSWORD);
  return createMember(services.client.db, tenantId, role, { passwordHash, ...facts }, orgId);
}

/** A further tenant that a person is a member of. */
export async function secondTenant(services: Services, userId: string, role: Role = 'member') {
  const tenant = await createTenant(services.client.db, { name: 'Second', subdomain: unique('second') });
  await services.client.db.insert(members).values({ tenantId: tenant.id, userId, role });
  return tenant;
}
