import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const engagementsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/engagements',
    validateSearch: listSearch('stage', 'status', 'new', 'org'),
    beforeLoad: only('portal.engagements.read'),
    component: lazyPage(
      ['engagements', 'portal-words'],
      () => import('./engagements-page.tsx'),
      'EngagementsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/engagements/$id',
    validateSearch: tabSearch,
    beforeLoad: only('portal.engagements.read'),
    component: lazyPage(
      ['engagements', 'portal-words'],
      () => import('./engagement-page.tsx'),
      'EngagementPage',
    ),
  }),
];
