import { useLingui } from '@lingui/react/macro';
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { extra } from '../lib/extra.ts';
import { loadDomainMessages } from '../lib/i18n.ts';
import { listenForKeys, useKeys } from '../lib/keys.ts';
import { railCollapsed } from '../lib/preferences.ts';
import { usePhone } from '../lib/use-media.ts';
import { DemoBanner } from './bars.tsx';
import { DataProvider } from './data-provider.tsx';
import { allowedModules } from './modules.ts';
import { Overlays, openOverlay } from './overlays.tsx';
import { Rail } from './rail.tsx';

// Wide screens have the rail instead; the page names it beside the frame for a phone (build/preload-map.ts).
const BottomBar = lazy(() =>
  extra(() => import('./bottom-bar.tsx')).then((module) => ({ default: module.BottomBar })),
);

/** Resolves when the first page has been drawn and the browser has nothing better to do. */
const atLeisure = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 3000 });
    else setTimeout(resolve, 1000);
  });

const Connected = lazy<React.ComponentType>(async () => {
  if (import.meta.env.SSR) return { default: () => null };
  await atLeisure();
  const [module] = await extra(() =>
    Promise.all([import('./live/connected.tsx'), loadDomainMessages('grammar')]),
  );
  return { default: module.Connected };
});

/** The frame around every page behind sign-in. */
export function AppFrame() {
  const { t } = useLingui();
  const phone = usePhone();
  useShellKeys();
  useFocusOnNavigation();
  return (
    <DataProvider>
      <div className="flex h-dvh flex-col">
        <a
          href="#main"
          className="fixed start-2 top-2 z-90 -translate-y-20 rounded-control bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
        >
          {t`Skip to content`}
        </a>
        <DemoBanner />
        <Suspense>
          <Connected />
        </Suspense>
        <div className="flex min-h-0 flex-1">
          {!phone && <Rail />}
          <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col bg-surface dark:bg-canvas">
            <Outlet />
          </main>
        </div>
        {phone && (
          <Suspense fallback={<div className="h-13 shrink-0 border-t bg-surface" />}>
            <BottomBar />
          </Suspense>
        )}
        <Overlays />
      </div>
    </DataProvider>
  );
}

function useShellKeys() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  useEffect(listenForKeys, []);
  useKeys(t`Everywhere`, [
    { keys: 'mod+k', label: t`Search and commands`, run: () => openOverlay('palette'), whileTyping: true },
    { keys: '?', label: t`Show the keys of this screen`, run: () => openOverlay('keys') },
    {
      keys: 'mod+.',
      label: t`Collapse or expand the menu`,
      run: () => railCollapsed.set(!railCollapsed.get()),
    },
    ...allowedModules().map((module) => ({
      keys: `g ${module.key}`,
      label: t`Go to ${i18n._(module.label)}`,
      run: () => void navigate({ to: module.to }),
    })),
  ]);
}

/** A new page is announced by moving the focus to its heading, as a page load would. */
function useFocusOnNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return;
        // A page that focuses a field of its own (a form) keeps it.
        if (document.activeElement?.closest('#main form')) return;
        const heading = document.querySelector<HTMLElement>('#main h1');
        (heading ?? document.getElementById('main'))?.focus({ preventScroll: true });
      }),
    [router],
  );
}
