import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = 'timeclock';

export const timeclockRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/apprentice/timeclock',
    component: lazyPlainPage(words, () => import('./timeclock-page.tsx'), 'TimeclockPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/apprentice/checkin',
    validateSearch: ({ code }: Record<string, unknown>): { code?: string } =>
      typeof code === 'string' ? { code } : {},
    component: lazyPlainPage(words, () => import('./checkin-page.tsx'), 'CheckinPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/apprentice/hours',
    component: lazyPlainPage(words, () => import('./hours-page.tsx'), 'HoursPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/shop',
    component: lazyPlainPage(words, () => import('./shop-page.tsx'), 'ShopPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/shop/checkin',
    component: lazyPlainPage(words, () => import('./wall-page.tsx'), 'WallPage'),
  }),
] as const;
