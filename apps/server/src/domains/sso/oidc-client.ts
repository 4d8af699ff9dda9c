import type { Configuration, CustomFetch, ServerMetadata } from 'openid-client';
import type { Protocol } from './protocol.ts';
import { demand, SsoRefused } from './sso-refused.ts';

export interface ClientFacts {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What is known of the provider besides; it is asked only for what is not. */
  known?: Partial<ServerMetadata>;
  /** How its addresses are called, where users have named them. */
  fetching?: CustomFetch;
}

/** What the library knows of a provider; throws where it does not answer. The library is large: only who needs it loads it. */
export async function oidcClient({
  issuer,
  clientId,
  clientSecret,
  known = {},
  fetching,
}: ClientFacts): Promise<Configuration> {
  const client = await import('openid-client');
  const insecure = new URL(issuer).protocol === 'http:';
  const authentication = client.ClientSecretBasic(clientSecret);
  const complete = known.authorization_endpoint && known.token_endpoint && known.jwks_uri;
  const found = complete
    ? null
    : await client.discovery(new URL(issuer), clientId, undefined, authentication, {
        execute: insecure ? [client.allowInsecureRequests] : [],
        ...(fetching && { [client.customFetch]: fetching }),
      });
  const server = {
    ...(found && { ...found.serverMetadata(), supportsPKCE: undefined }),
    ...known,
    issuer,
  };
  const made = new client.Configuration(server, clientId, undefined, authentication);
  if (fetching) made[client.customFetch] = fetching;
  if (insecure) client.allowInsecureRequests(made);
  // The signature is checked although the token comes from the provider itself.
  client.enableNonRepudiationChecks(made);
  return made;
}

export interface CodeStart {
  url: string;
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Where a browser goes to come back with a code; of plain OAuth the provider ignores the nonce. */
export async function startCode(
  made: Configuration,
  { redirectUri, scope }: { redirectUri: string; scope: string },
): Promise<CodeStart> {
  const client = await import('openid-client');
  const state = client.randomState();
  const nonce = client.randomNonce();
  const codeVerifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(made, {
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, state, nonce, codeVerifier };
}

export interface CodeReturn {
  redirectUri: string;
  /** What the browser came back with. */
  query: string;
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** The address with what the browser came back with; throws SsoRefused for a refusal or nothing. */
export function answeredAt({ redirectUri, query }: CodeReturn): URL {
  const url = new URL(`${redirectUri}?${query}`);
  const told = url.searchParams;
  demand(!told.has('error'), `${told.get('error')} ${told.get('error_description') ?? ''}`.trim());
  demand(told.has('code'), 'the provider sent no code');
  return url;
}

const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$|^(EdDSA|Ed25519)$/;

/** What the provider says of who has signed in, for the code that came back. Throws SsoRefused and the library's errors. */
export async function redeemIdentity(
  made: Configuration,
  back: CodeReturn,
  protocol: Protocol,
): Promise<{ sub: string; said: Record<string, unknown> }> {
  const client = await import('openid-client');
  protocol.begin('answer');
  const url = answeredAt(back);
  protocol.begin('token');
  const tokens = await client.authorizationCodeGrant(made, url, {
    pkceCodeVerifier: back.codeVerifier,
    expectedNonce: back.nonce,
    expectedState: back.state,
    idTokenExpected: true,
  });
  protocol.begin('identity');
  const [head = ''] = (tokens.id_token ?? '').split('.');
  const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg?: string };
  demand(ASYMMETRIC.test(alg ?? ''), 'the token is signed in a way that is not taken');
  const claims = tokens.claims();
  protocol.note(`${alg}, ${claims?.iss ?? ''}, ${made.clientMetadata().client_id}`);
  protocol.begin('person');
  demand(claims?.sub, 'nobody is named');
  const asks = made.serverMetadata().userinfo_endpoint && claims.email === undefined;
  const more = asks ? await client.fetchUserInfo(made, tokens.access_token, claims.sub) : {};
  return { sub: claims.sub, said: { ...claims, ...more } };
}

/** The library's errors as reasons: nothing of theirs is told to anybody but a firm's journal or our log. */
export function refusedOf(error: unknown): SsoRefused {
  if (error instanceof SsoRefused) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return new SsoRefused(`${error instanceof Error ? error.message : 'unknown'}${cause}`.slice(0, 200));
}
