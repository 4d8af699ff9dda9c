import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const billingRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/billing',
    validateSearch: listSearch('status'),
    beforeLoad: only('portal.billing.pay'),
    component: lazyPage(['billing', 'portal-words'], () => import('./billing-page.tsx'), 'BillingPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/billing/$id',
    validateSearch: listSearch('tab', 'paid'),
    beforeLoad: only('portal.billing.read'),
    component: lazyPage(
      ['billing', 'portal-words', 'document'],
      () => import('./invoice-page.tsx'),
      'InvoicePage',
    ),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/finance',
    validateSearch: listSearch('status', 'engagement', 'new', 'invoice'),
    beforeLoad: only('portal.billing.write'),
    component: lazyPage(['billing', 'portal-words'], () => import('./finance-page.tsx'), 'FinancePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/orders',
    validateSearch: listSearch('status', 'tab', 'show'),
    beforeLoad: only('portal.orders.read'),
    component: lazyPage(['billing', 'payment-events'], () => import('./orders-page.tsx'), 'OrdersPage'),
  }),
];
