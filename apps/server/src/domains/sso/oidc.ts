import type { AttributeMapping, OidcConfig } from '@officina/contracts/sso';
import type { Configuration } from 'openid-client';
import type { Ctx } from '../../kernel/context.ts';
import { ownAddresses } from './own-addresses.ts';
import type { Protocol } from './protocol.ts';
import { type Claims, claimsOf, demand, SsoRefused } from './sso-refused.ts';

const USUAL = {
  email: ['email'],
  name: ['name', 'preferred_username'],
  groups: ['groups', 'roles'],
};

/** Requests of the library go where users' addresses may lead, and nowhere else. */
const guardedFetch =
  (ctx: Ctx) => async (url: string, options: { method?: string; headers?: object; body?: unknown }) => {
    const { status, headers, text } = await ctx.services.outbound.send({
      method: options.method === 'POST' ? 'POST' : 'GET',
      url,
      headers: Object.fromEntries(new Headers(options.headers as Record<string, string>)),
      ...(options.body !== undefined && options.body !== null && { body: String(options.body) }),
    });
    const type = headers['content-type'];
    return new Response([204, 304].includes(status) ? null : text, {
      status,
      headers: { 'content-type': String(type ?? 'application/json') },
    });
  };

async function configuration(ctx: Ctx, config: OidcConfig): Promise<Configuration> {
  const client = await import('openid-client');
  const insecure = new URL(config.issuer).protocol === 'http:';
  if (ctx.services.outbound.refusalOf(config.issuer))
    throw new SsoRefused('the issuer’s address may not be called');
  const secret = ctx.services.secrets.open(config.clientSecret);
  const authentication = client.ClientSecretBasic(secret);
  const fetching = guardedFetch(ctx) as never;
  const { authorizationEndpoint, tokenEndpoint, jwksUri, userinfoEndpoint } = config;
  const known = authorizationEndpoint && tokenEndpoint && jwksUri;
  const found = known
    ? null
    : await client.discovery(new URL(config.issuer), config.clientId, undefined, authentication, {
        execute: insecure ? [client.allowInsecureRequests] : [],
        [client.customFetch]: fetching,
      });
  const server = {
    ...(found && { ...found.serverMetadata(), supportsPKCE: undefined }),
    issuer: config.issuer,
    ...(authorizationEndpoint && { authorization_endpoint: authorizationEndpoint }),
    ...(tokenEndpoint && { token_endpoint: tokenEndpoint }),
    ...(jwksUri && { jwks_uri: jwksUri }),
    ...(userinfoEndpoint && { userinfo_endpoint: userinfoEndpoint }),
  };
  const made = new client.Configuration(server, config.clientId, undefined, authentication);
  made[client.customFetch] = fetching;
  if (insecure) client.allowInsecureRequests(made);
  // The signature is checked although the token comes from the provider itself.
  client.enableNonRepudiationChecks(made);
  return made;
}

export interface OidcStart {
  url: string;
  state: string;
  nonce: string;
  codeVerifier: string;
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error instanceof Error ? error.message : 'unknown'}${cause}`.slice(0, 200);
};

/** Throws SsoRefused where the provider does not answer. */
export async function startOidc(ctx: Ctx, config: OidcConfig): Promise<OidcStart> {
  const client = await import('openid-client');
  const made = await configuration(ctx, config).catch((error: unknown) => {
    throw new SsoRefused(reasonOf(error));
  });
  const [state, nonce, codeVerifier] = [
    client.randomState(),
    client.randomNonce(),
    client.randomPKCECodeVerifier(),
  ];
  const scopes = ['openid', ...(config.scopes ?? ['email', 'profile']).filter((scope) => scope !== 'openid')];
  const url = client.buildAuthorizationUrl(made, {
    response_type: 'code',
    redirect_uri: ownAddresses(ctx).redirectUri,
    scope: scopes.join(' '),
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, state, nonce, codeVerifier };
}

interface OidcReturn {
  /** What the browser came back with. */
  query: string;
  state: string;
  nonce: string;
  codeVerifier: string;
  mapping: AttributeMapping;
}

const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$|^(EdDSA|Ed25519)$/;

/** Who the provider says has signed in. Throws SsoRefused with the reason. */
export async function finishOidc(
  ctx: Ctx,
  config: OidcConfig,
  back: OidcReturn,
  protocol: Protocol,
): Promise<Claims> {
  const client = await import('openid-client');
  try {
    protocol.begin('begin');
    const made = await configuration(ctx, config);
    protocol.begin('answer');
    const url = new URL(`${ownAddresses(ctx).redirectUri}?${back.query}`);
    const told = url.searchParams;
    demand(!told.has('error'), `${told.get('error')} ${told.get('error_description') ?? ''}`.trim());
    demand(told.has('code'), 'the provider sent no code');
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
    protocol.note(`${alg}, ${claims?.iss ?? ''}, ${config.clientId}`);
    protocol.begin('person');
    demand(claims?.sub, 'nobody is named');
    const asks = made.serverMetadata().userinfo_endpoint && claims.email === undefined;
    const more = asks ? await client.fetchUserInfo(made, tokens.access_token, claims.sub) : {};
    const said: Record<string, unknown> = { ...claims, ...more };
    if (said.email_verified === false) said.email = undefined;
    return claimsOf(claims.sub, said, back.mapping, USUAL);
  } catch (error) {
    throw error instanceof SsoRefused ? error : new SsoRefused(reasonOf(error));
  }
}
