import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['office-clients', 'office-words'];

export const officeClientsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/clients',
    validateSearch: listSearch('status', 'signals', 'new'),
    component: lazyPage(words, () => import('./clients-page.tsx'), 'ClientsPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/clients/$ref',
    validateSearch: tabSearch,
    component: lazyPage(words, () => import('./client-page.tsx'), 'ClientPage'),
  }),
];
