import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['talent', 'talent-words', 'portal-words'];

export const talentRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/admin/talent',
    validateSearch: listSearch('status', 'domain'),
    beforeLoad: only('portal.talent.manage'),
    component: lazyPage(words, () => import('./talent-list-page.tsx'), 'TalentListPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/admin/talent/$id',
    beforeLoad: only('portal.talent.manage'),
    component: lazyPage(words, () => import('./talent-page.tsx'), 'TalentPage'),
  }),
];
