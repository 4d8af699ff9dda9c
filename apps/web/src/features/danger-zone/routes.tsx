import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

export const dangerZoneRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/admin/danger-zone',
    validateSearch: (raw: Record<string, unknown>) => ({ type: text(raw.type), id: text(raw.id) }),
    beforeLoad: only('portal.purge'),
    component: lazyPlainPage(
      ['danger-zone', 'portal-words'],
      () => import('./danger-zone-page.tsx'),
      'DangerZonePage',
    ),
  }),
];
