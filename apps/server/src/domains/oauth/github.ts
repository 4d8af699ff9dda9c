import type { Configuration } from 'openid-client';
import { z } from 'zod';
import type { OAuthClients } from '../../kernel/services.ts';
import { answeredAt, startCode } from '../sso/oidc-client.ts';
import { claimsOf, demand } from '../sso/sso-refused.ts';
import type { ProviderClient } from './providers.ts';

type Facts = NonNullable<OAuthClients['github']>;

/** The number stays when the login, which may pass to somebody else, changes. */
const person = z.object({ id: z.int(), login: z.string(), name: z.string().nullish() });
const addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function configuration({ url, clientId, clientSecret }: Facts): Promise<Configuration> {
  const client = await import('openid-client');
  const server = {
    issuer: `${url}/login/oauth`,
    authorization_endpoint: `${url}/login/oauth/authorize`,
    token_endpoint: `${url}/login/oauth/access_token`,
  };
  const made = new client.Configuration(server, clientId, undefined, client.ClientSecretPost(clientSecret));
  if (url.startsWith('http:')) client.allowInsecureRequests(made);
  return made;
}

/** OAuth 2.0, whose API says who it was; of the addresses the first one counts, if GitHub has proved it. */
export function githubProvider(facts: Facts): ProviderClient {
  return {
    async start(redirectUri) {
      return startCode(await configuration(facts), { redirectUri, scope: 'read:user user:email' });
    },
    async finish(back) {
      const client = await import('openid-client');
      const made = await configuration(facts);
      const { access_token: token } = await client.authorizationCodeGrant(made, answeredAt(back), {
        pkceCodeVerifier: back.codeVerifier,
        expectedState: back.state,
      });
      const read = async (path: string): Promise<unknown> => {
        const url = new URL(`${facts.apiUrl}${path}`);
        const headers = new Headers({ accept: 'application/vnd.github+json', 'user-agent': 'Officina' });
        const answer = await client.fetchProtectedResource(made, token, url, 'GET', null, headers);
        demand(answer.ok, `GitHub answers ${answer.status} to ${path}`);
        return answer.json();
      };
      const [{ id, login, name }, known] = await Promise.all([
        read('/user').then((body) => person.parse(body)),
        read('/user/emails').then((body) => addresses.parse(body)),
      ]);
      const email = known.find(({ primary, verified }) => primary && verified)?.email;
      const usual = { email: ['email'], name: ['name', 'login'], groups: [] };
      return claimsOf(String(id), { email, name, login }, {}, usual);
    },
  };
}
