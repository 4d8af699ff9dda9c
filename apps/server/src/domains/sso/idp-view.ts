import type { IdpView, OidcConfig, SamlConfig } from '@officina/contracts/sso';
import { ssoDomains } from '@officina/db/schema/sso';
import { and, asc, eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import type { IdpRow } from './load-idp.ts';
import { ownAddresses } from './own-addresses.ts';

type DomainRow = typeof ssoDomains.$inferSelect;

function withoutSecrets(config: OidcConfig | SamlConfig): IdpView['config'] {
  if (!('clientSecret' in config)) return config;
  const { clientSecret: _, ...rest } = config;
  return rest;
}

export function presentIdp(ctx: Ctx, row: IdpRow, domains: readonly DomainRow[]): IdpView {
  const missing: IdpView['missing'] = [];
  if (row.status !== 'active') missing.push('active');
  if (!domains.some(({ verifiedAt }) => verifiedAt)) missing.push('domain');
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    status: row.status,
    defaultRole: row.defaultRole,
    groupMapping: row.groupMapping,
    attributeMapping: row.attributeMapping,
    config: withoutSecrets(row.config),
    domains: domains.map(({ domain, verifiedAt, token }) => ({
      domain,
      verified: verifiedAt !== null,
      record: `officina-verify=${token}`,
    })),
    ours: ownAddresses(ctx),
    missing,
    createdAt: row.createdAt.toISOString(),
  };
}

export function domainsOf(ctx: Ctx, idpId?: string): Promise<DomainRow[]> {
  return ctx.db
    .select()
    .from(ssoDomains)
    .where(
      and(
        eq(ssoDomains.tenantId, ctx.tenant.id),
        idpId === undefined ? undefined : eq(ssoDomains.idpId, idpId),
      ),
    )
    .orderBy(asc(ssoDomains.domain));
}
