import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/',
    component: lazyPage('home', () => import('./home-page.tsx'), 'HomePage'),
  }),
];
