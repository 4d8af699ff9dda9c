import { createRoute, redirect } from '@tanstack/react-router';
import { lazyPage, lazyPlainPage } from '../../shell/lazy-page.ts';
import { listSearch } from '../../shell/list/search.ts';
import { appRoute } from '../../shell/root-routes.tsx';

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  component: lazyPlainPage('settings', () => import('./settings-layout.tsx'), 'SettingsLayout'),
});

// Each file that is named here is a part of everybody's first load: one for all pages of a thing.
const webhookPages = lazyPlainPage('settings', () => import('./webhooks-pages.tsx'), 'WebhooksPages');
const ssoPages = lazyPlainPage('settings', () => import('./sso/sso-pages.tsx'), 'SsoPages');

const children = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/',
    async beforeLoad() {
      const { allowedSections } = await import('./sections.ts');
      throw redirect({ to: allowedSections()[0]?.to ?? '/settings/account', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/company',
    component: lazyPlainPage('settings', () => import('./company-page.tsx'), 'CompanyPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/documents',
    component: lazyPlainPage('settings', () => import('./documents-page.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/regional',
    component: lazyPlainPage('settings', () => import('./regional-page.tsx'), 'RegionalPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/modules',
    component: lazyPlainPage('settings', () => import('./modules-page.tsx'), 'ModulesPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/team',
    validateSearch: (raw: Record<string, unknown>): { new?: '1' } => (raw.new ? { new: '1' } : {}),
    component: lazyPlainPage('settings', () => import('./team-page.tsx'), 'TeamPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/plan',
    component: lazyPlainPage('settings', () => import('./plan-page.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/keys',
    component: lazyPlainPage('settings', () => import('./keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/webhooks',
    component: webhookPages,
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/webhooks/$id',
    component: webhookPages,
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/sso',
    component: ssoPages,
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/sso/$id',
    component: ssoPages,
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/requests',
    validateSearch: listSearch('key', 'method', 'status'),
    component: lazyPage('settings', () => import('./requests-page.tsx'), 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/journal',
    validateSearch: listSearch('actor', 'verb', 'entry'),
    component: lazyPage('settings', () => import('./journal-page.tsx'), 'JournalPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/security',
    component: lazyPlainPage('settings', () => import('./security-page.tsx'), 'SecurityPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/account',
    component: lazyPlainPage('settings', () => import('./account-page.tsx'), 'AccountPage'),
  }),
];

export const settingsRoutes = [settingsRoute.addChildren(children)];
