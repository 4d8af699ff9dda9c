import type { OAuthProvider } from '@officina/contracts/oauth';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { CodeReturn, CodeStart } from '../sso/oidc-client.ts';
import type { Claims } from '../sso/sso-refused.ts';
import { githubProvider } from './github.ts';
import { googleProvider } from './google.ts';

/** What a provider vouches for: an address only if it has proved it itself. */
export type Profile = Pick<Claims, 'externalId' | 'email' | 'name'>;

/** How one provider is talked to. Both throw SsoRefused and the library's errors. */
export interface ProviderClient {
  start(redirectUri: string): Promise<CodeStart>;
  finish(back: CodeReturn): Promise<Profile>;
}

/** NOT_FOUND for a provider that this installation has no keys for. */
export function providerClient({ services }: Ctx, provider: OAuthProvider): ProviderClient {
  const { google, github } = services.oauth;
  if (provider === 'google' && google) return googleProvider(google);
  if (provider === 'github' && github) return githubProvider(github);
  throw notFound('Identity provider');
}

/** Where a provider sends people back to, as it was told when we were registered there. */
export const redirectUriOf = ({ services }: Ctx, provider: OAuthProvider): string =>
  `${services.config.publicUrl}/api/auth/callback/${provider}`;
