import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const notificationsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/notifications',
    component: lazyPlainPage('notifications', () => import('./notifications-page.tsx'), 'NotificationsPage'),
  }),
];
