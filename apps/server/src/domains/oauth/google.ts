import type { OAuthClients } from '../../kernel/services.ts';
import { USUAL } from '../sso/oidc.ts';
import { oidcClient, redeemIdentity, startCode } from '../sso/oidc-client.ts';
import { Protocol } from '../sso/protocol.ts';
import { claimsOf } from '../sso/sso-refused.ts';
import type { ProviderClient } from './providers.ts';

/** OpenID Connect; an address counts only with the provider's word that it is proved. */
export function googleProvider(facts: NonNullable<OAuthClients['google']>): ProviderClient {
  return {
    async start(redirectUri) {
      return startCode(await oidcClient(facts), { redirectUri, scope: 'openid email profile' });
    },
    async finish(back) {
      const { sub, said } = await redeemIdentity(await oidcClient(facts), back, new Protocol());
      if (said.email_verified !== true) said.email = undefined;
      return claimsOf(sub, said, {}, USUAL);
    },
  };
}
