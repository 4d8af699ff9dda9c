import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { inquiries, organizations } from '@officina/db/schema/engagements';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { TenantId } from '../../kernel/ids.ts';
import { hashSecret } from '../../kernel/ids.ts';

/** To which client organisation an address entitles who owns it. */
export interface ClientClaim {
  orgId: string;
  /** The person's name, where it is known. */
  name: string | null;
  by: 'inquiry' | 'domain';
}

const liveOrganization = and(
  eq(contacts.tenantId, organizations.tenantId),
  eq(contacts.id, organizations.contactId),
  isNull(contacts.deletedAt),
);

async function byInquiry(db: Executor, tenantId: TenantId, email: string): Promise<ClientClaim | null> {
  const [row] = await db
    .select({ orgId: organizations.contactId, name: inquiries.contactName })
    .from(inquiries)
    .innerJoin(
      organizations,
      and(eq(organizations.tenantId, inquiries.tenantId), eq(organizations.contactId, inquiries.orgId)),
    )
    .innerJoin(contacts, liveOrganization)
    .where(
      and(
        eq(inquiries.tenantId, tenantId),
        eq(inquiries.emailHash, hashSecret(email)),
        eq(inquiries.kind, 'consulting'),
      ),
    )
    .orderBy(desc(inquiries.createdAt), desc(inquiries.id))
    .limit(1);
  return row ? { ...row, by: 'inquiry' } : null;
}

async function byDomain(db: Executor, tenantId: TenantId, email: string): Promise<ClientClaim | null> {
  const [row] = await db
    .select({ orgId: organizations.contactId })
    .from(organizations)
    .innerJoin(contacts, liveOrganization)
    .where(
      and(
        eq(organizations.tenantId, tenantId),
        eq(organizations.domain, email.slice(email.lastIndexOf('@') + 1)),
        isNotNull(organizations.domainVerifiedAt),
      ),
    );
  return row ? { orgId: row.orgId, name: null, by: 'domain' } : null;
}

/** Who sent an inquiry belongs to its organisation, who has an address at a verified domain to that one. */
export const clientClaim = async (
  db: Executor,
  tenantId: TenantId,
  email: string,
): Promise<ClientClaim | null> =>
  (await byInquiry(db, tenantId, email)) ?? (await byDomain(db, tenantId, email));
