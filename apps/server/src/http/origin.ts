const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Scheme, host and port compared whole; anything unparseable (such as `null`) is foreign. */
function sameOrigin(origin: string, allowed: string): boolean {
  if (origin === allowed) return true;
  try {
    return new URL(origin).origin === new URL(allowed).origin;
  } catch {
    return false;
  }
}

/**
 * Whether a write that carries a session cookie comes from one of our own pages (or from a program, which sends
 * neither header). `own` are our origins: PUBLIC_URL and the request's own host.
 */
export function originAllowed(method: string, headers: Headers, own: readonly string[]): boolean {
  if (SAFE.has(method)) return true;
  if (headers.get('sec-fetch-site') === 'cross-site') return false;
  const origin = headers.get('origin');
  return origin === null || own.some((allowed) => sameOrigin(origin, allowed));
}

/** Our own origins: PUBLIC_URL and the request's own host; the one that the request came to stands first. */
export function ownOrigins(publicUrl: URL, headers: Headers): string[] {
  const host = headers.get('host');
  const { origin, host: publicHost, protocol } = publicUrl;
  if (!host || host === publicHost) return host ? [origin, `http://${host}`, `https://${host}`] : [origin];
  const here = [`${protocol}//${host}`, origin, `http://${host}`, `https://${host}`];
  const told = headers.get('origin');
  const first = here.find((one) => told !== null && sameOrigin(told, one));
  return first ? [first, ...here] : here;
}
