import { randomBytes } from 'node:crypto';
import { resolveTxt } from 'node:dns/promises';
import type { IdpView } from '@officina/contracts/sso';
import { ssoDomain as input } from '@officina/contracts/sso-inputs';
import { ssoDomains } from '@officina/db/schema/sso';
import { and, eq, notInArray } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError, invalid, notFound } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { domainsOf, viewOf } from './idp-view.ts';
import { loadIdp } from './load-idp.ts';

/** Where anybody may have an address: nobody's own domain. */
const FREE =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|proton|protonmail|gmx|web|mail|yandex|zoho|tutanota|fastmail|orange|wanadoo|free|laposte|sfr)\.[a-z.]{2,6}$/;

/** Reserved names, which nobody owns: proved by themselves where everything is invented anyway. */
const atOnce = (ctx: Ctx, domain: string) => ctx.services.config.demo && /\.(test|example)$/.test(domain);

/** What a domain verified by somebody else means to whoever wants it too. */
export const TAKEN = {
  sso_domains_verified: () => new AppError('CONFLICT', 'This domain is verified by another firm'),
};

/** Makes these the domains of a provider: new ones wait for their proof, others lose it. */
export async function claimDomains(ctx: WriteCtx, idpId: string, domains: readonly string[]): Promise<void> {
  for (const [at, domain] of domains.entries())
    if (FREE.test(domain))
      throw invalid({ field: `domains.${at}`, message: 'Addresses of this domain are everybody’s' });
  const tx = await ctx.tx();
  const own = and(eq(ssoDomains.tenantId, ctx.tenant.id), eq(ssoDomains.idpId, idpId));
  await tx
    .delete(ssoDomains)
    .where(and(own, domains.length ? notInArray(ssoDomains.domain, [...domains]) : undefined));
  for (const domain of new Set(domains)) {
    const verifiedAt = atOnce(ctx, domain) ? toDate(ctx.now) : null;
    const token = randomBytes(16).toString('hex');
    await tx
      .insert(ssoDomains)
      .values({ tenantId: ctx.tenant.id, idpId, domain, token, verifiedAt, createdAt: toDate(ctx.now) })
      .onConflictDoNothing({ target: [ssoDomains.tenantId, ssoDomains.domain] });
  }
}

/** Looks for the proof in the domain's DNS: a TXT record with our token. BAD_REQUEST while it is not there. */
export const verifyDomain = write({
  name: 'sso.verifyDomain',
  permission: 'sso.manage',
  input,
  conflicts: TAKEN,
  async run(ctx, { id, domain }): Promise<IdpView> {
    const idp = await loadIdp(ctx, id);
    const claimed = (await domainsOf(ctx, id)).find((each) => each.domain === domain);
    if (!claimed) throw notFound('Domain');
    if (!claimed.verifiedAt) {
      const records = await resolveTxt(domain).catch(() => []);
      if (!records.some((parts) => parts.join('').trim() === `officina-verify=${claimed.token}`))
        throw new AppError('BAD_REQUEST', `No TXT record officina-verify=${claimed.token} was found`);
      const tx = await ctx.tx();
      await tx
        .update(ssoDomains)
        .set({ verifiedAt: toDate(ctx.now) })
        .where(and(eq(ssoDomains.tenantId, ctx.tenant.id), eq(ssoDomains.domain, domain)));
      ctx.record({
        verb: 'idp.updated',
        subject: { type: 'identity_provider', id },
        after: { verifiedDomain: domain, ...(await endOtherSessions(ctx, id)) },
      });
    }
    return viewOf(ctx, idp);
  },
});
