import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

/** What somebody without an account buys, and where the provider's page leads back to: `?returned=1`. */
export const guestRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/guest',
    component: lazyPlainPage('guest', () => import('./buy-page.tsx'), 'BuyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/guest/$id',
    validateSearch: ({ returned }: Record<string, unknown>): { returned?: 1 } =>
      returned === 1 ? { returned } : {},
    component: lazyPlainPage('guest', () => import('./access-page.tsx'), 'AccessPage'),
  }),
] as const;
