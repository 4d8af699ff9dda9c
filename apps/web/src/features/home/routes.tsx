import { createRoute, redirect } from '@tanstack/react-router';
import { uses } from '../../lib/session.ts';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/',
    // A firm without sales starts where its own work is. The table of modules is no part of what sign-in loads.
    async beforeLoad() {
      if (uses('sales')) return;
      const { firstModule } = await import('../../shell/first-module.ts');
      throw redirect({ to: firstModule(), replace: true });
    },
    component: lazyPlainPage('home', () => import('./home-page.tsx'), 'HomePage'),
  }),
];
