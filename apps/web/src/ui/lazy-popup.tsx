import { cloneElement, type ReactElement, Suspense, useState } from 'react';

type Trigger = ReactElement<Record<string, unknown>>;

interface LazyPopupProps {
  trigger: Trigger;
  /** Starts loading the popup's code. */
  load: () => Promise<unknown>;
  haspopup: 'menu' | 'dialog';
  /** Renders the real, open popup around the trigger once it is wanted. */
  children: (trigger: Trigger) => ReactElement;
}

/**
 * Shows a bare trigger until it is used: positioning and focus code of popups is a third of the first load otherwise.
 * Pointing at or focusing the trigger starts the loading, so the click finds it there.
 */
export function LazyPopup({ trigger, load, haspopup, children }: LazyPopupProps) {
  const [wanted, setWanted] = useState(false);
  const want = () => void load();
  const bare = cloneElement(trigger, {
    'aria-haspopup': haspopup,
    'aria-expanded': false,
    onPointerEnter: want,
    onFocus: want,
    onClick: () => setWanted(true),
  });
  if (!wanted) return bare;
  return <Suspense fallback={bare}>{children(trigger)}</Suspense>;
}
