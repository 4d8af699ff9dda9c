const CSP = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS: readonly [string, string][] = [
  ['content-security-policy', CSP],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(self), geolocation=(self), microphone=()'],
];

/** Every answer says that its type is no guess. */
export const commonHeaders = (production: boolean): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  ...(production && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
});

/** Puts on an answer what is to stand there; pages run our own scripts only, and nothing may frame them. */
export function dress(headers: Headers, more: Record<string, string>): void {
  for (const name in more) headers.set(name, more[name] ?? '');
  if (headers.get('content-type')?.startsWith('text/html')) {
    for (const [name, value] of PAGE_HEADERS) headers.set(name, value);
  }
}
