import { readOutbox } from '../domains/messaging/outbox.ts';
import { type Browser, browser } from './browser.ts';
import type { World } from './harness.ts';
import { runJobs } from './run-jobs.ts';

/** A browser on the pages of the world's tenant. */
export const visitorOf = ({ server, tenant }: World): Browser =>
  browser(server, `${tenant.subdomain}.localhost:3000`);

/** Posts to a door under /api/auth with the token of the browser's cookie, as the sign-in page does. */
export async function postForm(web: Browser, path: string, fields: Record<string, unknown> = {}) {
  const { body } = await web.call('GET', '/api/auth/csrf');
  return web.call('POST', `/api/auth${path}`, { csrfToken: body.csrfToken, json: true, ...fields });
}

/** The newest sign-in link in the mailbox; null where none was sent. */
export async function mailedLink(world: World, email: string): Promise<URL | null> {
  await runJobs(world);
  const { items } = await readOutbox(world.ctx, { to: email });
  const link = /http\S+\/api\/auth\/callback\/email\S+/.exec(items[0]?.text ?? '')?.[0];
  return link ? new URL(link) : null;
}

/** Asks for a link and answers the one that was mailed. */
export async function askForLink(world: World, web: Browser, email: string, callbackUrl?: string) {
  const answer = await postForm(web, '/signin/email', { email, callbackUrl });
  return { answer, link: await mailedLink(world, email) };
}
