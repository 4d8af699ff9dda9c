import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['charges', 'office-words'];

export const chargesRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/charges',
    validateSearch: listSearch('client', 'status', 'period', 'tab', 'new'),
    component: lazyPage(words, () => import('./charges-page.tsx'), 'ChargesPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/charges/$ref',
    validateSearch: tabSearch,
    component: lazyPage(words, () => import('./charge-page.tsx'), 'ChargePage'),
  }),
];
