import type { Context } from 'hono';

/** Puts cookies into the answer, in the place of those of the session that it may hold already. */
export function sendCookies(c: Context, cookies: readonly string[]): void {
  for (const [at, cookie] of cookies.entries()) c.header('set-cookie', cookie, { append: at > 0 });
}
