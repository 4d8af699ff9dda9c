import type { Context } from 'hono';

/** Back to the page that a form was sent from, wherever it is mounted. */
export function reload(c: Context): Response {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`${pathname.slice(pathname.lastIndexOf('/') + 1)}${search}`, 303);
}
