/** Only pages of this app are followed after sign-in: `next` comes from the address bar. */
export function safeNext(next: string | undefined): string {
  const path = next?.startsWith(`${location.origin}/`) ? next.slice(location.origin.length) : next;
  return path && /^\/(?![/\\])/.test(path) ? path : '/';
}
