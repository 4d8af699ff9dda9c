import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { session } from '../lib/session.ts';
import { NavProgress } from './nav-progress.tsx';
import { RouteNotFound } from './route-pages.tsx';

/** The trunk of all routes. Public pages hang here. */
export const rootRoute = createRootRoute({
  component: () => (
    <>
      <NavProgress />
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
    if (!session())
      throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } });
  },
});
