/** Backslashes and controls are read differently by every parser: no page of ours has them. */
const ODD = /[\\\p{Cc}]/u;

/**
 * The page that a caller asked to come back to, if it is one of ours: a path with one leading slash, or an absolute URL
 * of our own origin; null for everything else. Of an origin that only the request's Host claims, the path is kept.
 */
export function ownPage(asked: unknown, publicUrl: string, host: string): string | null {
  if (typeof asked !== 'string' || asked.length > 2000 || ODD.test(asked)) return null;
  const relative = /^\/(?!\/)/.test(asked);
  if (!relative && !/^https?:\/\//i.test(asked)) return null;
  const url = URL.parse(asked, publicUrl);
  if (!url || url.username || url.password) return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // `/.//evil.example` is a path until it is normalised.
  if (path.startsWith('//')) return null;
  const ours = new URL(publicUrl).origin;
  if (url.origin === ours) return relative ? path : `${ours}${path}`;
  return [`http://${host}`, `https://${host}`].some((own) => URL.parse(own)?.origin === url.origin)
    ? path
    : null;
}
