import { createRoute } from '@tanstack/react-router';
import { lazyPage, lazyPlainPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const portalRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/notifications',
    validateSearch: listSearch('unread'),
    component: lazyPlainPage(
      ['portal', 'notifications'],
      () => import('./portal-notifications-page.tsx'),
      'PortalNotificationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal',
    beforeLoad: only('portal.engagements.read'),
    component: lazyPage(['portal', 'portal-words'], () => import('./dashboard-page.tsx'), 'DashboardPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/onboarding',
    component: lazyPlainPage(
      ['portal', 'portal-words'],
      () => import('./onboarding-page.tsx'),
      'OnboardingPage',
    ),
  }),
];
