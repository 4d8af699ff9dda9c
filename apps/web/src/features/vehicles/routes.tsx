import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const vehiclesRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/vehicles',
    validateSearch: listSearch('owner', 'new'),
    component: lazyPage(['vehicles', 'document'], () => import('./vehicles-page.tsx'), 'VehiclesPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/vehicles/$id',
    validateSearch: tabSearch,
    component: lazyPage(['vehicles', 'document'], () => import('./vehicle-page.tsx'), 'VehiclePage'),
  }),
];
