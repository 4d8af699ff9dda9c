import { createRoute, redirect } from '@tanstack/react-router';
import { uses } from '../../lib/session.ts';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { allowedModules } from '../../shell/modules.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/',
    // A firm without sales starts where its own work is.
    beforeLoad() {
      if (!uses('sales')) throw redirect({ to: allowedModules()[0]?.to ?? '/settings', replace: true });
    },
    component: lazyPlainPage('home', () => import('./home-page.tsx'), 'HomePage'),
  }),
];
