import { beginOAuth as input, oauthProvider } from '@officina/contracts/oauth-inputs';
import { requireUser } from '../../kernel/authorize.ts';
import { staged } from '../../kernel/operation.ts';
import { openRequest } from './oauth-requests.ts';

/** Begins a sign-in at Google or GitHub, for one browser. */
export const beginOAuth = staged({
  name: 'oauth.begin',
  permission: 'public',
  input,
  run: (ctx, { provider, browserHash, returnTo }) =>
    openRequest(ctx, { provider, by: { browserHash }, returnTo: returnTo ?? null }),
});

/** Begins to link an account at Google or GitHub with the caller's own, so that they can sign in with it. */
export const beginLink = staged({
  name: 'oauth.beginLink',
  permission: 'member',
  stepUp: true,
  input: oauthProvider,
  run: (ctx, { provider }) =>
    openRequest(ctx, {
      provider,
      by: { userId: requireUser(ctx.actor).id },
      returnTo: '/settings/security',
    }),
});
