import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const itemsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/items',
    validateSearch: listSearch('new', 'item'),
    beforeLoad: only('studio.items.write'),
    component: lazyPage('items', () => import('./items-page.tsx'), 'ItemsPage'),
  }),
] as const;
