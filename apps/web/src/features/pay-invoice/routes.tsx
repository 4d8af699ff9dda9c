import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

/** Where the link in an invoice's mail leads, and where the provider's page leads back to: `?returned=1`. */
export const payInvoiceRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/pay/$token',
    validateSearch: ({ returned }: Record<string, unknown>): { returned?: 1 } =>
      returned === 1 ? { returned } : {},
    component: lazyPlainPage('pay-invoice', () => import('./pay-invoice-page.tsx'), 'PayInvoicePage'),
  }),
] as const;
