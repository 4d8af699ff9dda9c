import { DirectionProvider } from '@base-ui/react/direction-provider';
import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { activateLocale, pickLocale } from './lib/i18n.ts';
import { adoptPreferences, watchPreferences } from './lib/preferences.ts';
import { loadBoot, session } from './lib/session.ts';
import { router } from './router.tsx';
import { ConfirmProvider } from './ui/confirm.tsx';
import './ui/styles.css';
import { TooltipLayer } from './ui/tooltip-layer.tsx';

function App() {
  const { i18n: active } = useLingui();
  return (
    // Another language redraws everything: figures and dates are formatted outside of any hook.
    <DirectionProvider key={active.locale} direction={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <ConfirmProvider>
        <RouterProvider router={router} />
        <TooltipLayer />
      </ConfirmProvider>
    </DirectionProvider>
  );
}

async function start() {
  await loadBoot();
  const signedIn = session();
  if (signedIn) adoptPreferences(signedIn.user);
  watchPreferences();
  await activateLocale(pickLocale(signedIn?.tenant.locale));
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <App />
      </I18nProvider>
    </StrictMode>,
  );
}

void start();
