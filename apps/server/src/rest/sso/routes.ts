import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { SessionStore } from '../../domains/identity/session-store.ts';
import { beginSso, type SsoStart } from '../../domains/sso/begin-sso.ts';
import { beginTrial } from '../../domains/sso/begin-trial.ts';
import { finishOidcSignIn, finishSamlSignIn, type SsoEnd } from '../../domains/sso/finish-sso.ts';
import { METADATA_TYPE, ownMetadata } from '../../domains/sso/own-metadata.ts';
import { admit } from '../../http/admit.ts';
import type { Env } from '../../http/environment.ts';
import { limitBody } from '../../http/limit-body.ts';
import { sendCookies } from '../../http/send-cookies.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Services } from '../../kernel/services.ts';
import { jsonBody } from '../request.ts';

/** Knows the browser that began a sign-in; it comes back from another site by a form. */
const FLOW = 'sso.flow';
const FLOW_SECONDS = 600;
const LONGEST = 512 * 1024;

/**
 * Single sign-on of the studio's contract: beginnings answer JSON and leave a cookie, endings lead on to a page. They
 * stand before the tables of rows because of that cookie and of the form that a SAML provider posts.
 * Source: studio specification §3.5.
 */
export function ssoRoutes(
  api: Hono<Env>,
  { sessions, services }: { sessions: SessionStore; services: Services },
): void {
  const { protocol, hostname } = new URL(services.config.publicUrl);
  const secure = protocol === 'https:';
  const limit = limitBody(LONGEST);

  const keep = (c: Context<Env>, { browser }: SsoStart) =>
    setCookie(c, FLOW, browser, {
      httpOnly: true,
      secure,
      sameSite: secure ? 'None' : 'Lax',
      path: '/api/auth/sso',
      maxAge: FLOW_SECONDS,
      // Providers know one address of ours: what was begun at a firm's own ends there.
      ...(c.get('ctx').hostSubdomain && { domain: hostname }),
    });

  async function begin(c: Context<Env>, kind: 'saml' | 'oidc'): Promise<SsoStart> {
    if (c.get('foreignOrigin')) throw new AppError('ORIGIN_MISMATCH');
    const body = (await jsonBody(c, {})) as Record<string, unknown> | null;
    const { idpId, email, relayState, returnTo } = body ?? {};
    const start = await beginSso(c.get('ctx'), {
      kind,
      idpId: idpId as string | undefined,
      email: email as string | undefined,
      returnTo: kind === 'saml' ? relayState : returnTo,
    });
    keep(c, start);
    return start;
  }

  function end(c: Context<Env>, { signedIn, to }: SsoEnd): Response {
    if (signedIn) sendCookies(c, sessions.cookies(signedIn.token));
    return c.redirect(to, 302);
  }

  api.post('/auth/sso/saml', limit, async (c) => {
    const { url, request, relayState } = await begin(c, 'saml');
    return c.json({ success: true, url, request, relayState });
  });
  api.get('/auth/sso/saml', async (c) => {
    const xml = await ownMetadata(c.get('ctx'), { idpId: c.req.query('idpId') });
    return c.body(xml, 200, { 'content-type': METADATA_TYPE });
  });
  api.post('/auth/sso/oidc', limit, async (c) => {
    const { url, state } = await begin(c, 'oidc');
    return c.json({ success: true, url, state });
  });
  // A trial comes back as a sign-in does, so that it begins where the cookie is given.
  api.post('/auth/sso/trial', limit, async (c) => {
    admit(c, beginTrial.permission);
    const { id } = ((await jsonBody(c, {})) ?? {}) as { id?: string };
    const start = await beginTrial(c.get('ctx'), { id: id ?? '' });
    keep(c, start);
    const { url, request, relayState } = start;
    return c.json({ success: true, url, request, relayState });
  });
  api.post('/auth/sso/callback/saml', limit, async (c) => {
    const response = new URLSearchParams(await c.req.text()).get('SAMLResponse') ?? '';
    const browser = getCookie(c, FLOW) ?? '';
    return end(c, await finishSamlSignIn(c.get('ctx'), { response, browser }));
  });
  api.get('/auth/sso/callback/oidc', async (c) => {
    const query = new URL(c.req.url).search.slice(1, 8000);
    const browser = getCookie(c, FLOW) ?? '';
    return end(c, await finishOidcSignIn(c.get('ctx'), { query, browser }));
  });
  for (const kind of ['saml', 'oidc'])
    api.all(`/auth/sso/callback/${kind}`, (c) => c.redirect('/login?error=SSO_FAILED', 302));
}
