import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const changeRequestsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/change-requests',
    validateSearch: listSearch('status', 'engagement', 'new', 'title', 'description', 'edit'),
    beforeLoad: only('portal.changes.read'),
    component: lazyPage(
      ['change-requests', 'portal-words'],
      () => import('./change-requests-page.tsx'),
      'ChangeRequestsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/change-requests/$id',
    beforeLoad: only('portal.changes.read'),
    component: lazyPage(
      ['change-requests', 'portal-words'],
      () => import('./change-request-page.tsx'),
      'ChangeRequestPage',
    ),
  }),
];
