import type { OidcConfig, SamlConfig } from '@officina/contracts/sso';
import { seenAssertions, ssoRequests } from '@officina/db/schema/sso';
import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashSecret } from '../../kernel/ids.ts';
import { inTenantOf } from '../../kernel/in-tenant.ts';
import { stage, staged } from '../../kernel/operation.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { enter, type SignedIn } from '../identity/enter.ts';
import { closeSession } from '../identity/sign-out.ts';
import { admitPerson } from './admit-person.ts';
import { keepTrial } from './keep-trial.ts';
import { type IdpRow, loadIdp } from './load-idp.ts';
import { finishOidc } from './oidc.ts';
import { Protocol } from './protocol.ts';
import { finishSaml, requestOf } from './saml.ts';
import { type Claims, demand, SsoRefused } from './sso-refused.ts';

type Request = typeof ssoRequests.$inferSelect;

export interface SsoEnd {
  /** Null: it did not count. */
  signedIn: SignedIn | null;
  /** Path of ours. */
  to: string;
}

/** Takes the request for good, whatever becomes of it: once, in the browser that began it, in time. */
async function take(
  ctx: Ctx,
  kind: 'saml' | 'oidc',
  requestKey: string,
  browser: string,
): Promise<Request | null> {
  return stage(ctx, async (unit) => {
    const tx = await unit.tx();
    const [row] = await tx
      .delete(ssoRequests)
      .where(
        and(
          crossTenant('what comes back names the request, not a tenant'),
          eq(ssoRequests.requestKey, requestKey),
          eq(ssoRequests.kind, kind),
          eq(ssoRequests.browserHash, hashSecret(browser)),
          gt(ssoRequests.expiresAt, toDate(ctx.now)),
        ),
      )
      .returning();
    return row ?? null;
  });
}

interface Answer {
  claims: Claims;
  assertion?: { assertionId: string; notOnOrAfter: Date };
}

const shown = ({ externalId, email, name, groups }: Claims): string =>
  [externalId, name, email, groups.length && `[${groups.join(', ')}]`].filter(Boolean).join(' · ');

interface Admission {
  protocol: Protocol;
  rehearsal: boolean;
  /** The session with which the browser came back: that of whoever asked, which the sign-in ends. */
  presented?: string | null;
}

/** Thrown where a trial has come to its end, so that nothing of it stays. */
class Rehearsed extends Error {}

async function admit(
  ctx: Ctx,
  idp: IdpRow,
  { claims, assertion }: Answer,
  { protocol, rehearsal, presented = null }: Admission,
): Promise<SignedIn> {
  protocol.note(shown(claims));
  protocol.begin('account');
  return stage(ctx, async (unit) => {
    const tx = await unit.tx();
    if (assertion) {
      const fresh = await tx
        .insert(seenAssertions)
        .values({ tenantId: ctx.tenant.id, idpId: idp.id, ...assertion })
        .onConflictDoNothing()
        .returning({ id: seenAssertions.assertionId });
      demand(fresh.length, 'the assertion was used before');
    }
    const { user, role } = await admitPerson(unit, idp, claims);
    protocol.note(user.email);
    protocol.begin('role');
    protocol.note(role);
    if (rehearsal) throw new Rehearsed();
    unit.record({
      verb: 'sso.signed_in',
      subject: { type: 'identity_provider', id: idp.id },
      after: { userId: user.id, groups: claims.groups },
    });
    if (presented) await closeSession(unit, presented);
    return enter(unit, user, { role, tenant: ctx.tenant }, idp.kind, idp.id);
  });
}

async function refuse(ctx: Ctx, idpId: string, reason: string): Promise<void> {
  await stage(ctx, async (unit) => {
    unit.record({ verb: 'sso.refused', subject: { type: 'identity_provider', id: idpId }, reason });
  });
}

const FAILED: SsoEnd = { signedIn: null, to: '/login?error=SSO_FAILED' };

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : 'unknown').slice(0, 500);

type Judge = (ctx: Ctx, idp: IdpRow, request: Request, protocol: Protocol) => Promise<Answer>;

/** Goes through a whole sign-in, keeps what was found and nothing else of it, and leads back to where it was begun. */
async function rehearse(ctx: Ctx, request: Request, userId: string, judge: Judge): Promise<SsoEnd> {
  const { idpId } = request;
  const protocol = new Protocol();
  try {
    const idp = await loadIdp(ctx, idpId);
    const answer = await judge(ctx, idp, request, protocol);
    await admit(ctx, idp, answer, { protocol, rehearsal: true });
  } catch (error) {
    if (!(error instanceof Rehearsed)) protocol.fail(reasonOf(error));
  }
  await keepTrial(ctx, { idpId, userId, steps: protocol.steps });
  return { signedIn: null, to: `/settings/sso/${idpId}` };
}

async function finish(asked: Ctx, request: Request | null, judge: Judge): Promise<SsoEnd> {
  const ctx = request && (await inTenantOf(asked, request.tenantId));
  if (!ctx) return FAILED;
  if (request.testBy) return rehearse(ctx, request, request.testBy, judge);
  try {
    const idp = await loadIdp(ctx, request.idpId);
    demand(idp.status === 'active', 'the provider is switched off');
    const protocol = new Protocol();
    const answer = await judge(ctx, idp, request, protocol);
    const presented = asked.actor.kind === 'user' ? asked.actor.sessionId : null;
    const signedIn = await admit(ctx, idp, answer, { protocol, rehearsal: false, presented });
    return { signedIn, to: request.relayState ?? '/' };
  } catch (error) {
    if (!(error instanceof SsoRefused || error instanceof AppError)) {
      ctx.services.log.error({ err: error }, 'a sign-in through a provider failed');
    }
    await refuse(ctx, request.idpId, reasonOf(error));
    return FAILED;
  }
}

/** Ends a SAML sign-in. Whatever is wrong with it, nobody is told why but the firm's journal. */
export const finishSamlSignIn = staged({
  name: 'sso.finishSaml',
  permission: 'public',
  input: z.object({ response: z.string(), browser: z.string() }),
  async run(ctx: Ctx, { response, browser }): Promise<SsoEnd> {
    let requestId: string;
    try {
      requestId = requestOf(response);
    } catch (error) {
      if (error instanceof SsoRefused) return FAILED;
      throw error;
    }
    const request = await take(ctx, 'saml', requestId, browser);
    return finish(ctx, request, async (inside, idp, _, protocol) => {
      const asked = { response, requestId, mapping: idp.attributeMapping, protocol };
      const { claims, ...assertion } = await finishSaml(inside, idp.config as SamlConfig, asked);
      return { claims, assertion };
    });
  },
});

/** Ends an OpenID Connect sign-in, alike. */
export const finishOidcSignIn = staged({
  name: 'sso.finishOidc',
  permission: 'public',
  input: z.object({ query: z.string().max(8000), browser: z.string() }),
  async run(ctx: Ctx, { query, browser }): Promise<SsoEnd> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const request = await take(ctx, 'oidc', hashSecret(state), browser);
    return finish(ctx, request, async (inside, idp, { nonce, codeVerifier }, protocol) => {
      const kept = { nonce: nonce ?? '', codeVerifier: codeVerifier ?? '', mapping: idp.attributeMapping };
      const back = { query, state, ...kept };
      return { claims: await finishOidc(inside, idp.config as OidcConfig, back, protocol) };
    });
  },
});
