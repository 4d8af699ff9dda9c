import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { extra } from '../lib/extra.ts';
import { session } from '../lib/session.ts';
import { RouteNotFound } from './route-pages.tsx';

// The first page has no page before it that would go on being shown.
const NavProgress = lazy(() =>
  extra(() => import('./nav-progress.tsx')).then((module) => ({ default: module.NavProgress })),
);

/** The trunk of all routes. Public pages hang here. */
export const rootRoute = createRootRoute({
  component: () => (
    <>
      <Suspense>
        <NavProgress />
      </Suspense>
      <Outlet />
    </>
  ),
  notFoundComponent: RouteNotFound,
});

/** Parent of every page behind sign-in: frame, and the way to sign-in for whoever has no session. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  component: lazyRouteComponent(() => import('./app-frame.tsx'), 'AppFrame'),
  beforeLoad({ location }) {
    const signedIn = session();
    if (!signedIn) {
      const callbackUrl = location.href === '/' ? undefined : location.href;
      throw redirect({ to: '/login', search: { callbackUrl } });
    }
    if (signedIn.user.mustVerify) throw redirect({ to: '/verify-email' });
  },
});
