import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** A bar at the top when the next page takes longer than a blink. */
export function NavProgress() {
  const pending = useRouterState({ select: (state) => state.status === 'pending' });
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!pending) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  }, [pending]);
  return slow ? (
    <div aria-hidden className="nav-progress fixed inset-x-0 top-0 z-90 h-0.5 bg-accent-ink" />
  ) : null;
}
