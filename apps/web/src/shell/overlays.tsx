import { lazy, Suspense, useSyncExternalStore } from 'react';

export type Overlay = 'palette' | 'keys' | null;

let current: Overlay = null;
const listeners = new Set<() => void>();

/** Opens the palette or the key help from anywhere; null closes. */
export function openOverlay(overlay: Overlay): void {
  current = overlay;
  for (const listener of listeners) listener();
}

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })));
const KeyHelp = lazy(() => import('./key-help.tsx').then((module) => ({ default: module.KeyHelp })));

/** Starts loading the palette when it is likely to be wanted. */
export function preloadPalette(): void {
  void loadPalette();
}

/** Where the shell's own windows appear. */
export function Overlays() {
  const open = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  const close = () => openOverlay(null);
  return (
    <Suspense>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'keys' && <KeyHelp onClose={close} />}
    </Suspense>
  );
}
