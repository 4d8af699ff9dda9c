import { createRoute } from '@tanstack/react-router';
import { lazyPage, lazyPlainPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['catalogue', 'portal-words'];

export const catalogueRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/admin/catalogue',
    validateSearch: listSearch('type', 'retired'),
    beforeLoad: only('portal.catalogue.manage'),
    component: lazyPage(words, () => import('./catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/admin/catalogue/$slug',
    beforeLoad: only('portal.catalogue.manage'),
    component: lazyPlainPage(words, () => import('./edit-service-page.tsx'), 'EditServicePage'),
  }),
];
