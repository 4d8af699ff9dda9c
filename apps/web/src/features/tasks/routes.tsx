import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const search = listSearch('assignee', 'contact', 'priority', 'due', 'status', 'new', 'task');

export const tasksRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/tasks',
    validateSearch: search,
    component: lazyPage('tasks', () => import('./board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/tasks/table',
    validateSearch: search,
    component: lazyPage('tasks', () => import('./tasks-page.tsx'), 'TasksPage'),
  }),
];
