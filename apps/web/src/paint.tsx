import type { Paint } from '@officina/contracts/paint';
import { createMemoryHistory } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';
import { keepFirstAnswers } from './lib/first-answers.ts';
import { activateLocale, loadedDomains, pickLocale } from './lib/i18n.ts';
import { adoptPreferences, density } from './lib/preferences.ts';
import { takeBoot } from './lib/session.ts';
import { assumed } from './lib/use-media.ts';
import { type AppTree, growRoutes, makeRouter } from './router.tsx';
import { queryClient } from './trpc.ts';

loadedDomains.add('rails');
const routes = growRoutes('/');

/** How often a picture is drawn until everything that it shows has been imported; only the first of a page needs it. */
const DRAWINGS = 8;
const UNFINISHED = '<!--$!-->';

async function draw(router: AppTree): Promise<string> {
  let html = '';
  for (let nth = 0; nth < DRAWINGS; nth++) {
    // Ids of its own: the app that takes its place is made while it is still there.
    html = renderToString(<App router={router} />, { identifierPrefix: 'picture' });
    if (!html.includes(UNFINISHED)) break;
    await new Promise((imported) => setTimeout(imported, 5));
  }
  return html.replace(/<!--.*?-->/g, '');
}

/**
 * Draws the first picture of a page from what the server knows. What the app knows of whoever is signed in is kept by its
 * modules, as in a browser: one page at a time, and nothing of it stays.
 */
export const paint: Paint = async ({ pathname, boot, answers, phone }) => {
  const { session } = boot;
  if (!session) return null;
  try {
    takeBoot(boot);
    assumed.phone = phone;
    density.set('comfortable');
    adoptPreferences(session.user);
    keepFirstAnswers(queryClient, answers);
    await activateLocale(pickLocale(session.tenant.locale));
    const router = makeRouter(await routes, createMemoryHistory({ initialEntries: [pathname] }));
    await router.load();
    const { matches } = router.state;
    const found = matches.length > 0 && matches.every(({ status }) => status === 'success');
    return found ? await draw(router) : null;
  } finally {
    queryClient.clear();
    takeBoot({ firm: '', session: null, demo: null });
  }
};
