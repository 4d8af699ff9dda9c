import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const outboxRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/outbox',
    validateSearch: listSearch('channel', 'message'),
    component: lazyPage('outbox', () => import('./outbox-page.tsx'), 'OutboxPage'),
  }),
];
