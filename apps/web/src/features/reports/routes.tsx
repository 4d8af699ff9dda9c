import { REVENUE_GROUPS, type RevenueGroup } from '@officina/contracts/reports';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = (value: unknown) => (typeof value === 'string' && DAY.test(value) ? value : undefined);

export const reportsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/reports',
    validateSearch: (raw: Record<string, unknown>): { from?: string; to?: string; by?: RevenueGroup } => ({
      from: day(raw.from),
      to: day(raw.to),
      by: REVENUE_GROUPS.find((group) => group === raw.by),
    }),
    component: lazyPage('reports', () => import('./reports-page.tsx'), 'ReportsPage'),
  }),
];
