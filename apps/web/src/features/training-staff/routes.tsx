import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['training-staff', 'academy-words'];

export const trainingStaffRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/training/applications',
    validateSearch: listSearch('status', 'open'),
    component: lazyPage(words, () => import('./applications-page.tsx'), 'ApplicationsPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/training/inquiries',
    validateSearch: listSearch('status', 'open'),
    component: lazyPage(words, () => import('./inquiries-page.tsx'), 'InquiriesPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/training/webhooks',
    validateSearch: listSearch('show'),
    component: lazyPage([...words, 'payment-events'], () => import('./webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/training/programs',
    component: lazyPage([...words, 'learners'], () => import('./programs-page.tsx'), 'ProgramsPage'),
  }),
] as const;
