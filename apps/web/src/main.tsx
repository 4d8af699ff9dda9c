import { DirectionProvider } from '@base-ui/react/direction-provider';
import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { extra } from './lib/extra.ts';
import { activateLocale, pickLocale } from './lib/i18n.ts';
import { adoptPreferences, watchPreferences } from './lib/preferences.ts';
import { loadBoot, session } from './lib/session.ts';
import { type AppTree, makeRouter } from './router.tsx';
import { preloadFailures } from './shell/route-pages.tsx';
import { ConfirmProvider } from './ui/confirm.tsx';
import { preloadErrorCard } from './ui/error-card.tsx';
import './ui/styles.css';

// Nobody hovers before there is something to hover.
const TooltipLayer = lazy(() =>
  extra(() => import('./ui/tooltip-layer.tsx')).then((module) => ({ default: module.TooltipLayer })),
);

function App({ router }: { router: AppTree }) {
  const { i18n: active } = useLingui();
  return (
    // Another language redraws everything: figures and dates are formatted outside of any hook.
    <DirectionProvider key={active.locale} direction={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <ConfirmProvider>
        <RouterProvider router={router} />
        <Suspense>
          <TooltipLayer />
        </Suspense>
      </ConfirmProvider>
    </DirectionProvider>
  );
}

/** After which what may be needed later no longer competes with what is needed now. */
const SETTLED_MS = 3000;

async function start() {
  await loadBoot();
  const signedIn = session();
  if (signedIn) adoptPreferences(signedIn.user);
  watchPreferences();
  const [router] = await Promise.all([makeRouter(), activateLocale(pickLocale(signedIn?.tenant.locale))]);
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <App router={router} />
      </I18nProvider>
    </StrictMode>,
  );
  setTimeout(() => {
    preloadErrorCard();
    preloadFailures();
  }, SETTLED_MS);
}

void start();
