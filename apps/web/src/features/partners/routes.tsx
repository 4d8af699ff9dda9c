import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

export const partnersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/partners',
    component: lazyPlainPage(
      ['partners', 'portal-words', 'talent-words'],
      () => import('./partners-page.tsx'),
      'PartnersPage',
    ),
  }),
];
