import { createRoute } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { appRoute, rootRoute } from '../../shell/root-routes.tsx';

const words = ['admission'];
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** For everybody; who must be signed in is told so on the page. */
export const admissionRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/programs/$slug',
    component: lazyPlainPage(words, () => import('./program-page.tsx'), 'ProgramPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/programs/$slug/apply',
    component: lazyPlainPage(words, () => import('./apply-page.tsx'), 'ApplyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/programs/$slug/checkout',
    component: lazyPlainPage(words, () => import('./checkout-page.tsx'), 'CheckoutPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/programs/$slug/enrollment-success',
    component: lazyPlainPage(words, () => import('./success-page.tsx'), 'SuccessPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/set-password',
    validateSearch: (raw: Record<string, unknown>): { token?: string } => ({ token: text(raw.token) }),
    component: lazyPlainPage(
      ['account', 'admission'],
      () => import('./set-password-page.tsx'),
      'SetPasswordPage',
    ),
  }),
] as const;

export const admissionInside = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/program-holder/verify-identity',
    component: lazyPlainPage(words, () => import('./verify-identity-page.tsx'), 'VerifyIdentityPage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/account/billing',
    component: lazyPlainPage(['training', 'admission'], () => import('./portal-pages.tsx'), 'LicencePage'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/store/subscriptions',
    component: lazyPlainPage(
      ['training', 'admission'],
      () => import('./portal-pages.tsx'),
      'SubscriptionsPage',
    ),
  }),
] as const;
