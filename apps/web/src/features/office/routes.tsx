import { createRoute } from '@tanstack/react-router';
import { lazyPage, lazyPlainPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['office', 'office-words'];

export const officeRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office',
    validateSearch: (raw: Record<string, unknown>): { new?: '1' } => (raw.new ? { new: '1' } : {}),
    component: lazyPlainPage(words, () => import('./today-page.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/queue',
    validateSearch: listSearch('new'),
    component: lazyPage(words, () => import('./queue-page.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/search',
    validateSearch: listSearch('client', 'idNumber', 'number', 'work', 'sla', 'signal', 'signals'),
    component: lazyPage(words, () => import('./search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/office/reminders',
    component: lazyPlainPage(words, () => import('./reminders-page.tsx'), 'RemindersPage'),
  }),
];
