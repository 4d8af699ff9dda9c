import type { OAuthProvider } from '@officina/contracts/oauth';
import { oauthRequests } from '@officina/db/schema/oauth';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashSecret } from '../../kernel/ids.ts';
import { refusedOf } from '../sso/oidc-client.ts';
import { providerClient, redirectUriOf } from './providers.ts';

const MINUTES = 10;

interface Asked {
  provider: OAuthProvider;
  /** By whom it may be ended: a browser, or whoever the link is for. */
  by: { browserHash: string } | { userId: string };
  /** Page of ours. */
  returnTo: string | null;
}

/** Keeps what a sign-in needs at its end and answers where the browser goes now. SSO_FAILED where the provider is silent. */
export async function openRequest(ctx: Ctx, { provider, by, returnTo }: Asked): Promise<{ url: string }> {
  const client = providerClient(ctx, provider);
  const { url, state, nonce, codeVerifier } = await client
    .start(redirectUriOf(ctx, provider))
    .catch((error: unknown) => {
      ctx.services.log.warn({ provider, reason: refusedOf(error).message }, 'a provider does not answer');
      throw new AppError('SSO_FAILED');
    });
  await ctx.services.client.db.insert(oauthRequests).values({
    stateHash: hashSecret(state),
    provider,
    nonce,
    codeVerifier,
    ...by,
    returnTo,
    expiresAt: toDate(ctx.now.add({ minutes: MINUTES })),
  });
  return { url };
}

/** Takes the request out of the world, whatever becomes of it: once, where it was begun, in time. Null for any other. */
export async function takeRequest(
  ctx: Ctx,
  { provider, state, browserHash }: { provider: OAuthProvider; state: string; browserHash: string },
) {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null;
  const [taken] = await ctx.services.client.db
    .delete(oauthRequests)
    .where(
      and(
        eq(oauthRequests.stateHash, hashSecret(state)),
        eq(oauthRequests.provider, provider),
        gt(oauthRequests.expiresAt, toDate(ctx.now)),
        or(
          and(isNull(oauthRequests.userId), eq(oauthRequests.browserHash, browserHash)),
          userId ? eq(oauthRequests.userId, userId) : undefined,
        ),
      ),
    )
    .returning();
  return taken ?? null;
}
