import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

const words = ['marketplace', 'portal-words'];

export const marketplaceRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/marketplace',
    validateSearch: listSearch('domain', 'type', 'industry', 'urgency'),
    component: lazyPlainPage(words, () => import('./marketplace-page.tsx'), 'MarketplacePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/marketplace/$slug',
    component: lazyPlainPage(words, () => import('./service-page.tsx'), 'ServicePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/request-scope',
    validateSearch: listSearch('service', 'mode', 'note', 'fallback'),
    component: lazyPlainPage(words, () => import('./request-page.tsx'), 'RequestPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/request-scope/confirm',
    validateSearch: listSearch('id'),
    component: lazyPlainPage(words, () => import('./confirm-page.tsx'), 'ConfirmPage'),
  }),
];
