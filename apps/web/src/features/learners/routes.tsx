import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { lazyPage, lazyPlainPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['learners', 'timeclock', 'academy-words'];

export const learnersRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/training',
    validateSearch: listSearch('state'),
    component: lazyPage(words, () => import('./pipeline-page.tsx'), 'PipelinePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/training/learners/$id',
    validateSearch: tabSearch,
    component: lazyPage(words, () => import('./learner-page.tsx'), 'LearnerPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/training/shops',
    component: lazyPlainPage(words, () => import('./shops-page.tsx'), 'ShopsPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/training/audit',
    validateSearch: listSearch('event', 'code'),
    component: lazyPage(words, () => import('./audit-page.tsx'), 'AuditPage'),
  }),
] as const;
