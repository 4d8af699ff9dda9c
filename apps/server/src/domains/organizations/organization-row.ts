import type { OrganizationView } from '@officina/contracts/organizations';
import { contacts } from '@officina/db/schema/contacts';
import { organizations } from '@officina/db/schema/engagements';
import { and, eq, isNull } from 'drizzle-orm';

export const organizationColumns = {
  id: organizations.contactId,
  name: contacts.displayName,
  standing: organizations.standing,
  domain: organizations.domain,
  domainVerifiedAt: organizations.domainVerifiedAt,
  version: organizations.version,
  createdAt: organizations.createdAt,
  updatedAt: organizations.updatedAt,
};

/** The contact that an organisation is. */
export const itsContact = and(
  eq(contacts.tenantId, organizations.tenantId),
  eq(contacts.id, organizations.contactId),
  isNull(contacts.deletedAt),
);

export interface OrganizationRow
  extends Omit<OrganizationView, 'domainVerifiedAt' | 'createdAt' | 'updatedAt'> {
  domainVerifiedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export function presentOrganization(row: OrganizationRow): OrganizationView {
  return {
    id: row.id,
    name: row.name,
    standing: row.standing,
    domain: row.domain,
    domainVerifiedAt: row.domainVerifiedAt?.toISOString() ?? null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
