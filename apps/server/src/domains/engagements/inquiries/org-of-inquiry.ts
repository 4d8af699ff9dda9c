import { contacts } from '@officina/db/schema/contacts';
import { inquiries, organizations } from '@officina/db/schema/engagements';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { addOrganization } from '../../organizations/add-organization.ts';
import { domainOf, isFreeMail } from '../../organizations/free-mail.ts';
import { itsContact } from '../../organizations/organization-row.ts';

interface Sender {
  /** Lower-case. */
  email: string;
  emailHash: string;
  /** As the visitor typed it: it names a new organisation and never an existing one. */
  organization: string;
}

async function ofDomain(ctx: WriteCtx, domain: string): Promise<string | null> {
  if (isFreeMail(domain)) return null;
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ id: organizations.contactId })
    .from(organizations)
    .innerJoin(contacts, itsContact)
    .where(
      and(
        eq(organizations.tenantId, ctx.tenant.id),
        eq(organizations.domain, domain),
        isNotNull(organizations.domainVerifiedAt),
      ),
    );
  return row?.id ?? null;
}

/** The organisation that an earlier inquiry of this address has made: both were made in one moment. */
async function ofEarlier(ctx: WriteCtx, emailHash: string): Promise<string | null> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ id: organizations.contactId })
    .from(inquiries)
    .innerJoin(
      organizations,
      and(
        eq(organizations.tenantId, inquiries.tenantId),
        eq(organizations.contactId, inquiries.orgId),
        eq(organizations.createdAt, inquiries.createdAt),
      ),
    )
    .innerJoin(contacts, itsContact)
    .where(
      and(
        eq(inquiries.tenantId, ctx.tenant.id),
        eq(inquiries.emailHash, emailHash),
        eq(inquiries.kind, 'consulting'),
      ),
    )
    .orderBy(asc(inquiries.createdAt), asc(inquiries.id))
    .limit(1);
  return row?.id ?? null;
}

/** The typed name, then with the domain, then numbered. */
function* names(organization: string, domain: string): Generator<string> {
  yield organization;
  const named = `${organization} (${domain})`;
  yield named;
  for (let count = 2; ; count++) yield `${named} ${count}`;
}

async function madeFor(ctx: WriteCtx, organization: string, domain: string): Promise<string> {
  for (const name of names(organization, domain)) {
    // The domain is a hint for whoever verifies it; until then it decides nothing.
    const hint = isFreeMail(domain) ? null : domain;
    const id = await addOrganization(ctx, { name, standing: 'prospect', domain: hint });
    if (id) return id;
  }
  throw new Error('names never end');
}

/** Whose inquiry it is. Existing organisations are found by what they have proved, never by what a visitor types. */
export async function orgOfInquiry(ctx: WriteCtx, sender: Sender): Promise<string> {
  const domain = domainOf(sender.email);
  return (
    (await ofDomain(ctx, domain)) ??
    (await ofEarlier(ctx, sender.emailHash)) ??
    (await madeFor(ctx, sender.organization, domain))
  );
}
