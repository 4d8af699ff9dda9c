import { createRoute } from '@tanstack/react-router';
import { tabSearch } from '../../shell/detail/tab-search.ts';
import { prefillSearch, sendSearch } from '../../shell/document/searches.ts';
import { lazyPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const words = ['quotes', 'document'];

export const quotesRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/quotes',
    validateSearch: listSearch('status', 'contact', 'from', 'to'),
    component: lazyPage(words, () => import('./quotes-page.tsx'), 'QuotesPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/quotes/new',
    validateSearch: prefillSearch,
    component: lazyPage(words, () => import('./new-quote-page.tsx'), 'NewQuotePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/quotes/$id',
    validateSearch: (raw: Record<string, unknown>) => ({ ...tabSearch(raw), ...sendSearch(raw) }),
    component: lazyPage(words, () => import('./quote-page.tsx'), 'QuotePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/quotes/$id/edit',
    component: lazyPage(words, () => import('./edit-quote-page.tsx'), 'EditQuotePage'),
  }),
];
