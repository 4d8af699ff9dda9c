import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where the provider's page leads whoever has paid, and where they find their receipt again. */
export const receiptRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/success',
    validateSearch: (raw: Record<string, unknown>) => ({ order: text(raw.order), token: text(raw.token) }),
    component: lazyPlainPage(['receipt', 'portal-words'], () => import('./receipt-page.tsx'), 'SuccessPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/receipt/$id',
    validateSearch: (raw: Record<string, unknown>) => ({ token: text(raw.token) }),
    component: lazyPlainPage(['receipt', 'portal-words'], () => import('./receipt-page.tsx'), 'ReceiptPage'),
  }),
];
