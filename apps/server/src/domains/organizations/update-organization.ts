import type { OrganizationView } from '@officina/contracts/organizations';
import { organizationUpdate } from '@officina/contracts/organizations-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { organizations } from '@officina/db/schema/engagements';
import { and, eq, sql } from 'drizzle-orm';
import type { output } from 'zod';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan, toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError, invalid } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { contactNames, nameKeyOf } from './add-organization.ts';
import { nameTaken } from './create-organization.ts';
import { isFreeMail } from './free-mail.ts';
import { lockOrganization } from './load-organization.ts';
import { type OrganizationRow, presentOrganization } from './organization-row.ts';

const domainTaken = () =>
  new AppError('CONFLICT', 'Another organization has this verified domain', [
    { field: 'domain', message: 'Already verified for another organization' },
  ]);

/** When the domain is verified after the change. Verifying is an act of its own; another domain loses it. */
function verifiedAt(
  ctx: WriteCtx,
  before: OrganizationRow,
  { domain: asked, domainVerified }: Pick<output<typeof organizationUpdate>, 'domain' | 'domainVerified'>,
): Date | null {
  const domain = asked === undefined ? before.domain : asked;
  const kept = domain === before.domain ? before.domainVerifiedAt : null;
  if (domainVerified === undefined) return kept;
  if (!domainVerified) return null;
  if (!domain) throw invalid({ field: 'domainVerified', message: 'There is no domain' });
  if (isFreeMail(domain))
    throw invalid({ field: 'domainVerified', message: 'Anybody may have an address of this domain' });
  return kept ?? toDate(ctx.now);
}

export const updateOrganization = write({
  name: 'organizations.update',
  permission: 'portal.organizations.manage',
  input: organizationUpdate,
  conflicts: { organizations_name_unique: nameTaken, organizations_domain_unique: domainTaken },
  async run(ctx, { id, version, domainVerified, ...fields }): Promise<OrganizationView> {
    requireChange({ ...fields, domainVerified });
    const before = await lockOrganization(ctx, id);
    checkVersion(before, version);
    const domainVerifiedAt = verifiedAt(ctx, before, { domain: fields.domain, domainVerified });
    const changes = changesOf(before, { ...fields, domainVerifiedAt });
    if (!changes) return presentOrganization(before);
    const { name, ...columns } = changes.after;
    const tx = await ctx.tx();
    const updatedAt = laterThan(before.updatedAt, ctx.now);
    await tx
      .update(organizations)
      .set({
        ...columns,
        ...(name && { nameKey: nameKeyOf(name) }),
        version: sql`${organizations.version} + 1`,
        updatedAt,
      })
      .where(and(eq(organizations.tenantId, ctx.tenant.id), eq(organizations.contactId, id)));
    if (name)
      await tx
        .update(contacts)
        .set({ ...contactNames(name), version: sql`${contacts.version} + 1`, updatedAt })
        .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)));
    const subject = { type: 'organization', id };
    ctx.record({ verb: 'organization.updated', subject, contactId: id, ...changes });
    return presentOrganization({ ...before, ...changes.after, version: before.version + 1, updatedAt });
  },
});
