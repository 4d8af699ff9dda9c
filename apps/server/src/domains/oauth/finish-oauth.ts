import type { OAuthProvider } from '@officina/contracts/oauth';
import { finishOAuth as input } from '@officina/contracts/oauth-inputs';
import { users } from '@officina/db/schema/identity';
import { oauthLinks } from '@officina/db/schema/oauth';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { stage, staged } from '../../kernel/operation.ts';
import { comeIn } from '../identity/come-in.ts';
import { enter, type SignedIn } from '../identity/enter.ts';
import { membershipsOf } from '../identity/memberships.ts';
import { wayIn } from '../identity/way-in.ts';
import { refusedOf } from '../sso/oidc-client.ts';
import { keepLink } from './keep-link.ts';
import { type OAuthFailure, OAuthRefused } from './oauth-refused.ts';
import { takeRequest } from './oauth-requests.ts';
import { type Profile, providerClient, redirectUriOf } from './providers.ts';

export interface OAuthEnd {
  /** Null: nobody was signed in, because it failed or because a link was made. */
  signedIn: SignedIn | null;
  failure: OAuthFailure | null;
  /** It was to link an account, not to sign in. */
  linking: boolean;
  /** The page of ours that was asked for. */
  to: string | null;
}

/** Whom the provider has signed in before. */
async function linkedUser(ctx: WriteCtx, provider: OAuthProvider, externalId: string) {
  const tx = await ctx.tx();
  const [link] = await tx
    .update(oauthLinks)
    .set({ lastUsedAt: toDate(ctx.now) })
    .where(and(eq(oauthLinks.provider, provider), eq(oauthLinks.externalId, externalId)))
    .returning({ userId: oauthLinks.userId });
  if (!link) return null;
  const [user] = await tx.select().from(users).where(eq(users.id, link.userId));
  return user ?? null;
}

/**
 * Who signs in: whom the link names, else the owner of the address that the provider has proved, if the account's own
 * address is proved too. A stranger becomes what a mailed link would make them: the client that their address makes
 * them, or nobody. Source: studio specification §3.1, §7.1; portal specification §3.1.
 */
async function signIn(ctx: WriteCtx, provider: OAuthProvider, profile: Profile): Promise<SignedIn> {
  const linked = await linkedUser(ctx, provider, profile.externalId);
  if (linked) {
    const [membership] = await membershipsOf(ctx.db, linked.id, ctx.hostSubdomain);
    if (!membership) throw new OAuthRefused('AccessDenied');
    return enter(ctx, linked, membership, provider);
  }
  const { email } = profile;
  if (!email) throw new OAuthRefused('OAuthAccountNotLinked');
  const [account] = await ctx.db.select().from(users).where(eq(users.email, email));
  if (account && !account.emailVerifiedAt) throw new OAuthRefused('OAuthAccountNotLinked');
  const way = await wayIn(ctx, email, ctx.tenant, ctx.hostSubdomain);
  if (!way) throw new OAuthRefused(account ? 'AccessDenied' : 'OAuthCreateAccount');
  const { user, membership } = await comeIn(ctx, way, email);
  await keepLink(ctx, { provider, profile, userId: user.id, tenantId: membership.tenant.id, used: true });
  return enter(ctx, user, membership, provider);
}

async function link(ctx: WriteCtx, provider: OAuthProvider, profile: Profile): Promise<null> {
  const { id: userId } = requireUser(ctx.actor);
  await keepLink(ctx, { provider, profile, userId, tenantId: ctx.tenant.id, used: false });
  return null;
}

type Taken = NonNullable<Awaited<ReturnType<typeof takeRequest>>>;

async function profileOf(ctx: Ctx, query: string, taken: Taken): Promise<Profile> {
  const { provider, nonce, codeVerifier } = taken;
  const told = new URLSearchParams(query);
  if (told.get('error') === 'access_denied') throw new OAuthRefused('AccessDenied');
  const back = {
    redirectUri: redirectUriOf(ctx, provider),
    query,
    state: told.get('state') ?? '',
    nonce,
    codeVerifier,
  };
  try {
    return await providerClient(ctx, provider).finish(back);
  } catch (error) {
    ctx.services.log.warn({ provider, reason: refusedOf(error).message }, 'a sign-in does not count');
    throw new OAuthRefused('OAuthCallback');
  }
}

/** Ends what was begun at Google or GitHub. Throws SSO_REQUIRED for who must come through their firm's own provider. */
export const finishOAuth = staged({
  name: 'oauth.finish',
  permission: 'public',
  input,
  async run(ctx, { provider, query, browserHash }): Promise<OAuthEnd> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const taken = await takeRequest(ctx, { provider, state, browserHash });
    if (!taken) return { signedIn: null, failure: 'OAuthCallback', linking: false, to: null };
    const end = { linking: taken.userId !== null, to: taken.returnTo };
    try {
      const profile = await profileOf(ctx, query, taken);
      const act = end.linking ? link : signIn;
      return { ...end, signedIn: await stage(ctx, (unit) => act(unit, provider, profile)), failure: null };
    } catch (error) {
      if (!(error instanceof OAuthRefused)) throw error;
      return { ...end, signedIn: null, failure: error.failure };
    }
  },
});
