import { lazy, Suspense } from 'react';
import { extra } from '../lib/extra.ts';

const BellButton = lazy(() =>
  extra(() => import('./bell-button.tsx')).then((module) => ({ default: module.BellButton })),
);

/** The bell in the place that is kept for it: what waits is counted after the page is there. */
export function Bell() {
  return (
    <span className="size-(--control) shrink-0">
      <Suspense>
        <BellButton />
      </Suspense>
    </span>
  );
}
