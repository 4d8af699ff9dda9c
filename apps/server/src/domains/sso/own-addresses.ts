import type { Ctx } from '../../kernel/context.ts';

/** What providers are told of us, exactly. */
export function ownAddresses(ctx: Ctx) {
  const base = `${ctx.services.config.publicUrl}/api/auth/sso`;
  return { entityId: `${base}/saml`, acs: `${base}/callback/saml`, redirectUri: `${base}/callback/oidc` };
}

/** A path of ours with one leading slash; null for anything else. */
export function localPath(asked: unknown): string | null {
  if (typeof asked !== 'string' || asked.length > 2000 || /[\\\p{Cc}]/u.test(asked)) return null;
  if (!/^\/(?!\/)/.test(asked)) return null;
  const url = URL.parse(asked, 'http://own.invalid');
  if (url?.host !== 'own.invalid') return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith('//') ? null : path;
}
