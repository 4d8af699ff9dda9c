import { lazy, Suspense } from 'react';
import { loadDomainMessages } from '../lib/i18n.ts';
import { useStore } from '../lib/use-store.ts';

export type Overlay = 'palette' | 'keys' | null;

let current: Overlay = null;
const listeners = new Set<() => void>();

/** Opens the palette or the key help from anywhere; null closes. */
export function openOverlay(overlay: Overlay): void {
  current = overlay;
  for (const listener of listeners) listener();
}

// Their words are not among those of the frame.
const withWords = <M,>(load: Promise<M>) =>
  Promise.all([load, loadDomainMessages('grammar')]).then(([module]) => module);

const loadPalette = () => withWords(import('./palette.tsx'));
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })));
const KeyHelp = lazy(() =>
  withWords(import('./key-help.tsx')).then((module) => ({ default: module.KeyHelp })),
);

/** Starts loading the palette when it is likely to be wanted. */
export function preloadPalette(): void {
  void loadPalette();
}

/** Where the shell's own windows appear. */
export function Overlays() {
  const open = useStore(
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
