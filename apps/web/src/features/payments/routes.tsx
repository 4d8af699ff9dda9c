import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const paymentsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/payments',
    validateSearch: listSearch('status', 'purpose', 'mismatch', 'tab', 'show'),
    beforeLoad: only('payments.read'),
    component: lazyPage(['payments', 'payment-events'], () => import('./payments-page.tsx'), 'PaymentsPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/payments/$id',
    validateSearch: tabSearch,
    beforeLoad: only('payments.read'),
    component: lazyPage('payments', () => import('./payment-page.tsx'), 'PaymentPage'),
  }),
] as const;
