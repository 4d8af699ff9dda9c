import type { AttributeMapping, OidcConfig } from '@officina/contracts/sso';
import type { Configuration, CustomFetch } from 'openid-client';
import type { Ctx } from '../../kernel/context.ts';
import { type CodeStart, oidcClient, redeemIdentity, refusedOf, startCode } from './oidc-client.ts';
import { ownAddresses } from './own-addresses.ts';
import type { Protocol } from './protocol.ts';
import { type Claims, claimsOf, SsoRefused } from './sso-refused.ts';

/** Under which names OpenID providers tell of a person. */
export const USUAL = {
  email: ['email'],
  name: ['name', 'preferred_username'],
  groups: ['groups', 'roles'],
};

/** Requests of the library go where users' addresses may lead, and nowhere else. */
const guardedFetch =
  (ctx: Ctx): CustomFetch =>
  async (url, options) => {
    const { status, headers, text } = await ctx.services.outbound.send({
      method: options.method === 'POST' ? 'POST' : 'GET',
      url,
      headers: Object.fromEntries(new Headers(options.headers)),
      ...(options.body !== undefined && options.body !== null && { body: String(options.body) }),
    });
    const type = headers['content-type'];
    return new Response([204, 304].includes(status) ? null : text, {
      status,
      headers: { 'content-type': String(type ?? 'application/json') },
    });
  };

function clientOf(ctx: Ctx, config: OidcConfig): Promise<Configuration> {
  if (ctx.services.outbound.refusalOf(config.issuer))
    throw new SsoRefused('the issuer’s address may not be called');
  const { authorizationEndpoint, tokenEndpoint, jwksUri, userinfoEndpoint } = config;
  return oidcClient({
    issuer: config.issuer,
    clientId: config.clientId,
    clientSecret: ctx.services.secrets.open(config.clientSecret),
    known: {
      ...(authorizationEndpoint && { authorization_endpoint: authorizationEndpoint }),
      ...(tokenEndpoint && { token_endpoint: tokenEndpoint }),
      ...(jwksUri && { jwks_uri: jwksUri }),
      ...(userinfoEndpoint && { userinfo_endpoint: userinfoEndpoint }),
    },
    fetching: guardedFetch(ctx),
  });
}

/** Throws SsoRefused where the provider does not answer. */
export async function startOidc(ctx: Ctx, config: OidcConfig): Promise<CodeStart> {
  try {
    const made = await clientOf(ctx, config);
    const asked = (config.scopes ?? ['email', 'profile']).filter((scope) => scope !== 'openid');
    const { redirectUri } = ownAddresses(ctx);
    return await startCode(made, { redirectUri, scope: ['openid', ...asked].join(' ') });
  } catch (error) {
    throw refusedOf(error);
  }
}

interface OidcReturn {
  /** What the browser came back with. */
  query: string;
  state: string;
  nonce: string;
  codeVerifier: string;
  mapping: AttributeMapping;
}

/** Who the provider says has signed in. Throws SsoRefused with the reason. */
export async function finishOidc(
  ctx: Ctx,
  config: OidcConfig,
  { mapping, ...back }: OidcReturn,
  protocol: Protocol,
): Promise<Claims> {
  try {
    protocol.begin('begin');
    const made = await clientOf(ctx, config);
    const { redirectUri } = ownAddresses(ctx);
    const { sub, said } = await redeemIdentity(made, { ...back, redirectUri }, protocol);
    if (said.email_verified === false) said.email = undefined;
    return claimsOf(sub, said, mapping, USUAL);
  } catch (error) {
    throw refusedOf(error);
  }
}
