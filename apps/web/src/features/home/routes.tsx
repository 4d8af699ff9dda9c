import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/',
    component: lazyPlainPage('home', () => import('./home-page.tsx'), 'HomePage'),
  }),
];
