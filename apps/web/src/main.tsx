import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { activateLocale, pickLocale } from './lib/i18n.ts';
import { adoptPreferences, watchPreferences } from './lib/preferences.ts';
import { loadBoot, session } from './lib/session.ts';
import { growRoutes, makeRouter } from './router.tsx';
import { preloadFailures } from './shell/route-pages.tsx';
import { unveil } from './shell/unveil.ts';
import { preloadErrorCard } from './ui/error-card.tsx';
import './ui/styles.css';

/** After which what may be needed later no longer competes with what is needed now. */
const SETTLED_MS = 3000;

async function start() {
  await loadBoot();
  const signedIn = session();
  if (signedIn) adoptPreferences(signedIn.user);
  watchPreferences();
  const [routes] = await Promise.all([
    growRoutes(location.pathname),
    activateLocale(pickLocale(signedIn?.tenant.locale)),
  ]);
  const root = document.getElementById('root') as HTMLElement;
  unveil(root);
  createRoot(root).render(
    <StrictMode>
      <App router={makeRouter(routes)} />
    </StrictMode>,
  );
  setTimeout(() => {
    preloadErrorCard();
    preloadFailures();
  }, SETTLED_MS);
}

void start();
