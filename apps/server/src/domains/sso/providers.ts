import type { IdpView } from '@officina/contracts/sso';
import { ssoCreate, ssoUpdate } from '@officina/contracts/sso-inputs';
import { identityProviders, ssoTrials } from '@officina/db/schema/sso';
import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { userIdOf } from '../../kernel/actor.ts';
import { laterThan, toDate } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { read, write } from '../../kernel/operation.ts';
import { claimDomains, TAKEN } from './claim-domains.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { configOf } from './idp-config.ts';
import { domainsOf, presentIdp, viewOf } from './idp-view.ts';
import { loadIdp } from './load-idp.ts';
import { ensureSigningKey } from './signing-key.ts';

const byId = z.object({ id: z.string() });
const subjectOf = (id: string) => ({ type: 'identity_provider', id });

/** Where the firm's people sign in. */
export const listProviders = read({
  name: 'sso.list',
  permission: 'sso.manage',
  input: z.object({}),
  async run(ctx): Promise<IdpView[]> {
    const rows = await ctx.db
      .select()
      .from(identityProviders)
      .where(eq(identityProviders.tenantId, ctx.tenant.id))
      .orderBy(asc(identityProviders.createdAt));
    const domains = await domainsOf(ctx);
    const trials = await ctx.db.select().from(ssoTrials).where(eq(ssoTrials.tenantId, ctx.tenant.id));
    return rows.map((row) =>
      presentIdp(
        ctx,
        row,
        domains.filter(({ idpId }) => idpId === row.id),
        trials.find(({ idpId }) => idpId === row.id) ?? null,
      ),
    );
  },
});

/** A new one; its secret is encrypted and never told again. CONFLICT for a domain that another firm has proved. */
export const createProvider = write({
  name: 'sso.create',
  permission: 'sso.manage',
  stepUp: true,
  input: ssoCreate,
  conflicts: TAKEN,
  async run(ctx, { domains, config, ...facts }): Promise<IdpView> {
    const id = newId();
    const now = toDate(ctx.now);
    const kept = configOf(ctx, facts.kind, config);
    if ('signRequests' in kept && kept.signRequests) await ensureSigningKey(ctx);
    const tx = await ctx.tx();
    await tx.insert(identityProviders).values({
      tenantId: ctx.tenant.id,
      id,
      ...facts,
      config: kept,
      createdBy: userIdOf(ctx.actor),
      createdAt: now,
      updatedAt: now,
    });
    await claimDomains(ctx, id, domains);
    const ended = await endOtherSessions(ctx, id);
    ctx.record({ verb: 'idp.created', subject: subjectOf(id), after: { ...facts, domains, ...ended } });
    return viewOf(ctx, await loadIdp(ctx, id));
  },
});

export const updateProvider = write({
  name: 'sso.update',
  permission: 'sso.manage',
  stepUp: true,
  input: ssoUpdate,
  conflicts: TAKEN,
  async run(ctx, { id, domains, config, ...facts }): Promise<IdpView> {
    const before = await loadIdp(ctx, id);
    const sealed =
      before.kind === 'oidc' && 'clientSecret' in before.config
        ? { clientSecret: ctx.services.secrets.open(before.config.clientSecret) }
        : {};
    const kept = config && configOf(ctx, before.kind, { ...before.config, ...sealed, ...config });
    if (kept && 'signRequests' in kept && kept.signRequests) await ensureSigningKey(ctx);
    const tx = await ctx.tx();
    await tx
      .update(identityProviders)
      .set({
        ...facts,
        ...(kept && { config: kept }),
        updatedAt: laterThan(before.updatedAt, ctx.now),
      })
      .where(and(eq(identityProviders.tenantId, ctx.tenant.id), eq(identityProviders.id, id)));
    if (domains) await claimDomains(ctx, id, domains);
    const ended = await endOtherSessions(ctx, id);
    // A trial speaks of the settings that it was made with.
    if (kept || facts.attributeMapping)
      await tx.delete(ssoTrials).where(and(eq(ssoTrials.tenantId, ctx.tenant.id), eq(ssoTrials.idpId, id)));
    ctx.record({
      verb: 'idp.updated',
      subject: subjectOf(id),
      before: {
        name: before.name,
        status: before.status,
        defaultRole: before.defaultRole,
        required: before.required,
      },
      after: { ...facts, domains, ...ended, settings: config ? Object.keys(config) : undefined },
    });
    return viewOf(ctx, await loadIdp(ctx, id));
  },
});

/** Nobody signs in through it any more; who has come in by it stays a member. */
export const removeProvider = write({
  name: 'sso.remove',
  permission: 'sso.manage',
  stepUp: true,
  input: byId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const idp = await loadIdp(ctx, id);
    const tx = await ctx.tx();
    await tx
      .delete(identityProviders)
      .where(and(eq(identityProviders.tenantId, ctx.tenant.id), eq(identityProviders.id, id)));
    ctx.record({
      verb: 'idp.deleted',
      subject: subjectOf(id),
      before: { name: idp.name, kind: idp.kind },
    });
    return { id };
  },
});
