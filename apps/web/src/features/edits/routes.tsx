import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const editsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/edits',
    validateSearch: listSearch('status', 'engagement'),
    beforeLoad: only('portal.edits.submit'),
    component: lazyPage(['edits', 'portal-words'], () => import('./edits-page.tsx'), 'EditsPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/edits/$id',
    beforeLoad: only('portal.edits.submit'),
    component: lazyPage(['edits', 'portal-words'], () => import('./edit-page.tsx'), 'EditPage'),
  }),
];
