import type { IdpView, OidcConfig, SamlConfig, TrialStep } from '@officina/contracts/sso';
import { ssoDomains, ssoTrials } from '@officina/db/schema/sso';
import { and, asc, eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import type { IdpRow } from './load-idp.ts';
import { ownAddresses } from './own-addresses.ts';

type DomainRow = typeof ssoDomains.$inferSelect;
type TrialRow = typeof ssoTrials.$inferSelect;

function withoutSecrets(config: OidcConfig | SamlConfig): IdpView['config'] {
  if (!('clientSecret' in config)) return config;
  const { clientSecret: _, ...rest } = config;
  return rest;
}

export function presentIdp(
  ctx: Ctx,
  row: IdpRow,
  domains: readonly DomainRow[],
  trial: TrialRow | null,
): IdpView {
  const ours = ownAddresses(ctx);
  const missing: IdpView['missing'] = [];
  if (row.status !== 'active') missing.push('active');
  if (!domains.some(({ verifiedAt }) => verifiedAt)) missing.push('domain');
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    status: row.status,
    defaultRole: row.defaultRole,
    required: row.required,
    groupMapping: row.groupMapping,
    attributeMapping: row.attributeMapping,
    config: withoutSecrets(row.config),
    domains: domains.map(({ domain, verifiedAt, token }) => ({
      domain,
      verified: verifiedAt !== null,
      record: `officina-verify=${token}`,
    })),
    ours: { ...ours, metadata: `${ours.entityId}?idpId=${row.id}` },
    trial: trial && {
      steps: trial.steps as TrialStep[],
      passed: trial.steps.every(({ ok }) => ok),
      triedAt: trial.triedAt.toISOString(),
    },
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

export async function trialOf(ctx: Ctx, idpId: string): Promise<TrialRow | null> {
  const [row] = await ctx.db
    .select()
    .from(ssoTrials)
    .where(and(eq(ssoTrials.tenantId, ctx.tenant.id), eq(ssoTrials.idpId, idpId)));
  return row ?? null;
}

/** As it stands now. */
export const viewOf = async (ctx: Ctx, row: IdpRow): Promise<IdpView> =>
  presentIdp(ctx, row, await domainsOf(ctx, row.id), await trialOf(ctx, row.id));
