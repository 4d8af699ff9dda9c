import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const engagementDocumentsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/documents',
    validateSearch: listSearch('category', 'engagement', 'archived'),
    beforeLoad: only('portal.documents.read'),
    component: lazyPage(
      ['engagement-documents', 'portal-words'],
      () => import('./documents-page.tsx'),
      'DocumentsPage',
    ),
  }),
];
