import { beginOAuth as input, oauthProvider } from '@officina/contracts/oauth-inputs';
import { requireUser } from '../../kernel/authorize.ts';
import { AppError } from '../../kernel/errors.ts';
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

/**
 * Begins to link an account at Google or GitHub with the caller's own, so that they can sign in with it.
 * EMAIL_NOT_VERIFIED as long as the address might be somebody else's, who would inherit the link.
 */
export const beginLink = staged({
  name: 'oauth.beginLink',
  permission: 'member',
  stepUp: true,
  input: oauthProvider,
  async run(ctx, { provider }): Promise<{ url: string }> {
    const { id: userId, emailVerified } = requireUser(ctx.actor);
    if (!emailVerified) throw new AppError('EMAIL_NOT_VERIFIED');
    return openRequest(ctx, { provider, by: { userId }, returnTo: '/settings/security' });
  },
});
