import { z } from 'zod';
import { OAUTH_PROVIDERS } from './oauth.ts';

const provider = z.enum(OAUTH_PROVIDERS);
/** Of the browser's form token; never empty. */
const browserHash = z.string().min(1).max(100);

export const oauthProvider = z.object({ provider });
export const beginOAuth = z.object({ provider, browserHash, returnTo: z.string().max(2000).nullish() });
/** `query`: what the browser came back with. */
export const finishOAuth = z.object({
  provider,
  query: z.string().max(8000),
  browserHash: z.string().max(100),
});
