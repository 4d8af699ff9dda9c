import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Brings the field named after `#` in the address into view and gives it the focus. */
export function useFieldFocus(): void {
  const { hash, state } = useRouterState({ select: (router) => router.location });
  const visit = state.__TSR_key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link pressed again is another visit.
  useEffect(() => {
    if (!hash) return;
    const field = document.querySelector<HTMLElement>(`#main [name="${CSS.escape(hash)}"]`);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [hash, visit]);
}
