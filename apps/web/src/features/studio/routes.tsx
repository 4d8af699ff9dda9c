import { createRoute, redirect } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const studioRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/clients',
    validateSearch: listSearch('status', 'tag', 'new'),
    beforeLoad: only('studio.clients.read'),
    component: lazyPage('studio', () => import('./clients-page.tsx'), 'ClientsPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/clients/$id',
    validateSearch: tabSearch,
    beforeLoad: only('studio.clients.read'),
    component: lazyPage('studio', () => import('./client-page.tsx'), 'ClientPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/projects',
    validateSearch: listSearch('status', 'archived', 'new', 'client', 'view'),
    beforeLoad: only('studio.projects.read'),
    component: lazyPage('studio', () => import('./projects-page.tsx'), 'ProjectsPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/projects/$id',
    validateSearch: tabSearch,
    beforeLoad: only('studio.projects.read'),
    component: lazyPage('studio', () => import('./project-page.tsx'), 'ProjectPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/invoices/studio',
    validateSearch: listSearch('status', 'client', 'project', 'new'),
    beforeLoad: only('studio.invoices.read'),
    component: lazyPage('studio', () => import('./invoices-page.tsx'), 'StudioInvoicesPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/invoices/studio/new',
    beforeLoad: () => {
      throw redirect({ to: '/invoices/studio', search: { new: '1' }, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/invoices/studio/$id',
    validateSearch: tabSearch,
    beforeLoad: only('studio.invoices.read'),
    component: lazyPage('studio', () => import('./invoice-page.tsx'), 'StudioInvoicePage'),
  }),
] as const;
