import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const contactsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/contacts',
    validateSearch: listSearch('tag', 'vip', 'new'),
    component: lazyPage('contacts', () => import('./contacts-page.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/contacts/import',
    component: lazyPage('contacts', () => import('./import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/contacts/$id',
    validateSearch: tabSearch,
    component: lazyPage('contacts', () => import('./contact-page.tsx'), 'ContactPage'),
  }),
];
