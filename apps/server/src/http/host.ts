/**
 * The tenant subdomain that a Host names, or null for localhost, an IP, the apex or `www`.
 * `apex` is the host name of PUBLIC_URL; `<name>.localhost` works everywhere.
 */
export function subdomainOf(host: string, apex: string): string | null {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  for (const base of [apex, 'localhost']) {
    if (!name.endsWith(`.${base}`)) continue;
    const prefix = name.slice(0, -base.length - 1);
    if (prefix !== 'www' && /^[a-z0-9-]+$/.test(prefix)) return prefix;
  }
  return null;
}

/** The client's address: the socket's, or the one that the nearest `proxies` trusted proxies report. */
export function clientIp(
  socketAddress: string | undefined,
  forwarded: string | undefined,
  proxies: number,
): string | null {
  if (proxies > 0 && forwarded) {
    const hops = forwarded.split(',').map((hop) => hop.trim());
    const reported = hops[Math.max(0, hops.length - proxies)];
    if (reported) return reported;
  }
  return socketAddress ?? null;
}
