import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { session } from '../lib/session.ts';
import { AppFrame } from './app-frame.tsx';
import { NavProgress } from './bars.tsx';
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
  component: AppFrame,
  beforeLoad({ location }) {
    if (!session())
      throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } });
  },
});
