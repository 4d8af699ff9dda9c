import { lazy, Suspense } from 'react';

export interface ErrorCardProps {
  error: unknown;
  retry?: (() => void) | undefined;
}

const load = () => import('./error-card-body.tsx');
const Body = lazy(() => load().then((module) => ({ default: module.ErrorCardBody })));

/** Fetches what says failures while there still is a connection. */
export function preloadErrorCard(): void {
  void load().catch(() => undefined);
}

/** What failed, in plain words, with another try and the request id that support asks for. */
export function ErrorCard(props: ErrorCardProps) {
  return (
    <Suspense fallback={<div className="py-14" />}>
      <Body {...props} />
    </Suspense>
  );
}
