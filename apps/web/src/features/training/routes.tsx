import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const trainingRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/apprentice',
    component: lazyPlainPage('training', () => import('./apprentice-page.tsx'), 'ApprenticePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/programs/$slug/orientation',
    component: lazyPlainPage('training', () => import('./orientation-page.tsx'), 'OrientationPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/programs/$slug/documents',
    component: lazyPlainPage(
      ['training', 'academy-words'],
      () => import('./documents-page.tsx'),
      'DocumentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/apprentice/settings/billing',
    component: lazyPlainPage('training', () => import('./learner-billing-page.tsx'), 'LearnerBillingPage'),
  }),
] as const;
