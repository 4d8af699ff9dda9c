import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/admin/people',
    validateSearch: listSearch('org', 'role', 'state', 'new', 'edit'),
    beforeLoad: only('portal.organizations.manage'),
    component: lazyPage(['people', 'portal-words'], () => import('./people-page.tsx'), 'PeoplePage'),
  }),
];
