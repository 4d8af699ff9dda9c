import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const bindersRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/binders',
    validateSearch: listSearch('tab', 'client', 'work', 'sla', 'signal', 'new'),
    component: lazyPage(['binders', 'office-words'], () => import('./binders-page.tsx'), 'BindersPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/binders/$ref',
    validateSearch: tabSearch,
    component: lazyPage(['binders', 'office-words'], () => import('./binder-page.tsx'), 'BinderPage'),
  }),
];
