import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { only } from '../../shell/only.ts';
import { appRoute } from '../../shell/root-routes.tsx';

export const inquiriesRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/inquiries',
    validateSearch: listSearch('status'),
    beforeLoad: only('portal.inquiries.read'),
    component: lazyPage(['inquiries', 'portal-words'], () => import('./inquiries-page.tsx'), 'InquiriesPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portal/inquiries/$id',
    beforeLoad: only('portal.inquiries.read'),
    component: lazyPage(['inquiries', 'portal-words'], () => import('./inquiry-page.tsx'), 'InquiryPage'),
  }),
];
