import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const scopesRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/scopes',
    validateSearch: listSearch('status'),
    beforeLoad: only('portal.scopes.read'),
    component: lazyPage(['scopes', 'portal-words'], () => import('./scopes-page.tsx'), 'ScopesPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/scopes/$id',
    beforeLoad: only('portal.scopes.read'),
    component: lazyPage(['scopes', 'portal-words'], () => import('./scope-page.tsx'), 'ScopePage'),
  }),
];
