import type { ClientRole } from '@officina/contracts/roles';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { inquiries, organizations } from '@officina/db/schema/engagements';
import { invitations } from '@officina/db/schema/tenancy';
import { and, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { TenantId } from '../../kernel/ids.ts';
import { hashSecret } from '../../kernel/ids.ts';

/** To which client organisation an address entitles who owns it. */
export interface ClientClaim {
  orgId: string;
  /** The person's name, where it is known. */
  name: string | null;
  role: ClientRole;
  by: 'invitation' | 'inquiry' | 'domain';
  /** What is accepted by coming in. */
  invitationId?: string;
}

async function byInvitation(
  { db, now }: Ctx,
  tenantId: TenantId,
  email: string,
): Promise<ClientClaim | null> {
  const [row] = await db
    .select({ invitationId: invitations.id, orgId: invitations.contactId, role: invitations.role })
    .from(invitations)
    .where(
      and(
        eq(invitations.tenantId, tenantId),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        isNotNull(invitations.contactId),
        gt(invitations.expiresAt, toDate(now)),
      ),
    );
  if (!row?.orgId) return null;
  const role = row.role === 'client_admin' ? 'client_admin' : 'client';
  return { ...row, orgId: row.orgId, role, name: null, by: 'invitation' };
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
  return row ? { ...row, role: 'client', by: 'inquiry' } : null;
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
  return row ? { orgId: row.orgId, name: null, role: 'client', by: 'domain' } : null;
}

/**
 * Who is invited belongs to the organisation that it says, who sent an inquiry to its organisation, who has an address at
 * a verified domain to that one.
 */
export const clientClaim = async (ctx: Ctx, tenantId: TenantId, email: string): Promise<ClientClaim | null> =>
  (await byInvitation(ctx, tenantId, email)) ??
  (await byInquiry(ctx.db, tenantId, email)) ??
  (await byDomain(ctx.db, tenantId, email));
