import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

export const publicQuoteRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/q/$token',
    component: lazyPage('public-quote', () => import('./public-quote-page.tsx'), 'PublicQuotePage'),
  }),
];
