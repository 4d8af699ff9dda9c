import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { prefillSearch } from '../../shell/document/searches.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['invoices', 'document'];

export const invoicesRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/invoices',
    validateSearch: listSearch('status', 'contact', 'from', 'to', 'credit'),
    component: lazyPage(words, () => import('./invoices-page.tsx'), 'InvoicesPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/invoices/new',
    validateSearch: prefillSearch,
    component: lazyPage(words, () => import('./new-invoice-page.tsx'), 'NewInvoicePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/invoices/$id',
    validateSearch: tabSearch,
    component: lazyPage(words, () => import('./invoice-page.tsx'), 'InvoicePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/invoices/$id/edit',
    component: lazyPage(words, () => import('./edit-invoice-page.tsx'), 'EditInvoicePage'),
  }),
];
