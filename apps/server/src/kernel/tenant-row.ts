import { tenants } from '@officina/db/schema/tenancy';
import type { Tenant } from './context.ts';
import type { TenantId } from './ids.ts';

/** The columns of what every request knows of its tenant, and no more. */
export const tenantColumns = {
  id: tenants.id,
  subdomain: tenants.subdomain,
  name: tenants.name,
  plan: tenants.plan,
  timeZone: tenants.timeZone,
  currency: tenants.currency,
  locale: tenants.locale,
  modules: tenants.modules,
};

/** A row of these columns, found by a credential, a host name or a signed link. */
export const tenantOf = (row: Omit<Tenant, 'id'> & { id: string }): Tenant => ({
  ...row,
  id: row.id as TenantId,
});
