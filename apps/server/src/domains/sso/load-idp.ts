import type { IdpKind } from '@officina/contracts/sso';
import { identityProviders, ssoDomains } from '@officina/db/schema/sso';
import { tenants } from '@officina/db/schema/tenancy';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { inTenant } from '../../kernel/in-tenant.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../kernel/tenant-row.ts';

export type IdpRow = typeof identityProviders.$inferSelect;

/** A provider of the tenant's. */
export async function loadIdp(ctx: Ctx, id: string): Promise<IdpRow> {
  const [row] = isUuid(id)
    ? await ctx.db
        .select()
        .from(identityProviders)
        .where(and(eq(identityProviders.tenantId, ctx.tenant.id), eq(identityProviders.id, id)))
    : [];
  if (!row) throw notFound('Identity provider');
  return row;
}

const ofIdp = and(
  eq(ssoDomains.tenantId, identityProviders.tenantId),
  eq(ssoDomains.idpId, identityProviders.id),
);

/** The provider that somebody means who is not signed in, and the context of a visitor of its firm. */
export async function findIdp(
  ctx: Ctx,
  { kind, idpId, email }: { kind?: IdpKind; idpId?: string | null; email?: string | null },
): Promise<{ ctx: Ctx; idp: IdpRow }> {
  const domain = email?.split('@').at(-1)?.trim().toLowerCase() ?? '';
  const query = ctx.db
    .select({ idp: identityProviders, tenant: tenantColumns })
    .from(identityProviders)
    .innerJoin(tenants, eq(tenants.id, identityProviders.tenantId));
  const open = [
    crossTenant('whoever signs in names a provider, not a tenant'),
    eq(identityProviders.status, 'active'),
    kind && eq(identityProviders.kind, kind),
    ctx.hostSubdomain ? eq(tenants.subdomain, ctx.hostSubdomain) : undefined,
  ];
  const [found] = idpId
    ? isUuid(idpId)
      ? await query.where(and(...open, eq(identityProviders.id, idpId)))
      : []
    : await query
        .innerJoin(ssoDomains, ofIdp)
        .where(and(...open, eq(ssoDomains.domain, domain), isNotNull(ssoDomains.verifiedAt)));
  if (!found) throw notFound('Identity provider');
  return { ctx: inTenant(ctx, tenantOf(found.tenant)), idp: found.idp };
}
