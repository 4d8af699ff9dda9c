/** Only pages of this app are followed after sign-in: `next` comes from the address bar. */
export function safeNext(next: string | undefined, origin = location.origin): string {
  // As the browser will read it: it drops tabs and turns backslashes, so that `/\t/evil.example` is another site.
  const url = next && URL.canParse(next, origin) ? new URL(next, origin) : null;
  const path = url?.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/';
  return /^\/(?!\/)/.test(path) ? path : '/';
}
