import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

/** Developers only, with a session and permissions of its own: `pnpm dev` or a build with VITE_KITCHEN_SINK=1. */
const on = import.meta.env.DEV || import.meta.env.VITE_KITCHEN_SINK === '1';

const routes = () =>
  [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/kitchen-sink',
      validateSearch: listSearch('tone', 'vip', 'since'),
      component: lazyPage('kitchen-sink', () => import('./kitchen-sink-page.tsx'), 'KitchenSinkPage'),
    }),
  ] as const;

/** Nothing of it is in any other build. */
export const kitchenSinkRoutes = on ? routes() : ([] as unknown as ReturnType<typeof routes>);
