import type { ErrorComponentProps } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Skeleton, SkeletonText } from '../ui/skeleton.tsx';

const failures = () => import('./route-failures.tsx');
const Failure = lazy(() => failures().then((module) => ({ default: module.RouteError })));
const Missing = lazy(() => failures().then((module) => ({ default: module.RouteNotFound })));

/** Fetches what takes a failed page in hand while it is still there: a deployment removes it with all other old chunks. */
export function preloadFailures(): void {
  void failures().catch(() => undefined);
}

export function RouteError(props: ErrorComponentProps) {
  return (
    <Suspense fallback={<RoutePending />}>
      <Failure {...props} />
    </Suspense>
  );
}

export function RouteNotFound() {
  return (
    <Suspense fallback={<RoutePending />}>
      <Missing />
    </Suspense>
  );
}

/** The place of a page whose code is on its way. */
export function RoutePending() {
  return (
    <div aria-busy className="flex flex-1 flex-col">
      <div className="flex min-h-13 items-center border-b px-(--gutter)">
        <Skeleton className="h-5 w-40" />
      </div>
      <div className="max-w-2xl p-(--gutter)">
        <SkeletonText lines={4} />
      </div>
    </div>
  );
}
