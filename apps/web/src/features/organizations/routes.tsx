import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const organizationsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/admin/organizations',
    validateSearch: listSearch('standing', 'new', 'edit'),
    beforeLoad: only('portal.organizations.manage'),
    component: lazyPage(
      ['organizations', 'portal-words'],
      () => import('./organizations-page.tsx'),
      'OrganizationsPage',
    ),
  }),
];
