import { DirectionProvider } from '@base-ui/react/direction-provider';
import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { extra } from './lib/extra.ts';
import { directionOf } from './lib/i18n.ts';
import type { AppTree } from './router.tsx';
import { ConfirmProvider } from './ui/confirm.tsx';

// Nobody hovers before there is something to hover.
const TooltipLayer = lazy(() =>
  extra(() => import('./ui/tooltip-layer.tsx')).then((module) => ({ default: module.TooltipLayer })),
);

/** The whole app at the router's address, in the language that is spoken. */
export function App({ router }: { router: AppTree }) {
  return (
    <I18nProvider i18n={i18n}>
      <Spoken router={router} />
    </I18nProvider>
  );
}

function Spoken({ router }: { router: AppTree }) {
  const { i18n: active } = useLingui();
  return (
    // Another language redraws everything: figures and dates are formatted outside of any hook.
    <DirectionProvider key={active.locale} direction={directionOf(active.locale)}>
      <ConfirmProvider>
        <RouterProvider router={router} />
        <Suspense>
          <TooltipLayer />
        </Suspense>
      </ConfirmProvider>
    </DirectionProvider>
  );
}
