import type { OAuthProvider } from '@officina/contracts/oauth';
import { beginOAuth } from '../../domains/oauth/begin-oauth.ts';
import { finishOAuth, type OAuthEnd } from '../../domains/oauth/finish-oauth.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Door } from './door.ts';
import type { Posted } from './posted.ts';

/** POST /signin/google, /signin/github: on to the provider. */
export const beginAt =
  (provider: OAuthProvider) =>
  async (door: Door, posted: Posted): Promise<Response> => {
    const returnTo = door.page(posted.text('callbackUrl'));
    try {
      const { url } = await beginOAuth(door.ctx, { provider, browserHash: door.browserHash, returnTo });
      return door.to(url, posted);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'SSO_FAILED')) throw error;
      return door.to(door.at('/error?error=OAuthSignin'), { json: posted.json, refused: true });
    }
  };

/** Where it went wrong: the sign-in page, or the page on which somebody wanted to link an account. */
function failed(door: Door, failure: string, { linking, to }: OAuthEnd): Response {
  const query = new URLSearchParams({ error: failure });
  if (linking) return door.to(`${to}?${query}`);
  if (to) query.set('callbackUrl', to);
  return door.to(door.at(`/error?${query}`));
}

/** GET /callback/google, /callback/github: back from the provider. */
export async function endAt(door: Door, provider: OAuthProvider): Promise<Response> {
  const query = new URL(door.c.req.url).search.slice(1, 8000);
  const end = await finishOAuth(door.ctx, { provider, query, browserHash: door.browserHash });
  if (end.failure) return failed(door, end.failure, end);
  return end.signedIn ? door.enter(end.signedIn, end.to) : door.to(end.to ?? '/');
}

const ANSWER = ['code', 'state', 'iss', 'error', 'error_description'];

/**
 * POST of the same: a provider may have the browser post its answer. That comes from another site, and so without our
 * cookies; the browser is sent once more, as by a link.
 */
export function endPosted(door: Door, posted: Posted, provider: OAuthProvider): Response {
  const told = ANSWER.map((name) => [name, posted.text(name) || (door.c.req.query(name) ?? '')]);
  const query = new URLSearchParams(told.filter(([, value]) => value));
  return door.c.redirect(door.at(`/callback/${provider}?${query}`), 303);
}
