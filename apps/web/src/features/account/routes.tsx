import { createRoute, redirect } from '@tanstack/react-router';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: (raw: Record<string, unknown>): { next?: string; email?: string } => ({
      next: text(raw.next),
      email: text(raw.email),
    }),
    component: lazyPlainPage('account', () => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-up',
    component: lazyPlainPage('account', () => import('./sign-up-page.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/forgot',
    component: lazyPlainPage('account', () => import('./forgot-page.tsx'), 'ForgotPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reset-password',
    validateSearch: (raw: Record<string, unknown>): { token?: string } => ({ token: text(raw.token) }),
    component: lazyPlainPage('account', () => import('./reset-page.tsx'), 'ResetPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invite/$token',
    component: lazyPlainPage('account', () => import('./invite-page.tsx'), 'InvitePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/verify-email',
    validateSearch: (raw: Record<string, unknown>): { token?: string } => ({ token: text(raw.token) }),
    component: lazyPlainPage('account', () => import('./verify-page.tsx'), 'VerifyPage'),
  }),
  // Links of mails that are still on their way.
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reset/$token',
    beforeLoad: ({ params: { token } }) => {
      throw redirect({ to: '/reset-password', search: { token } });
    },
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/verify/$token',
    beforeLoad: ({ params: { token } }) => {
      throw redirect({ to: '/verify-email', search: { token } });
    },
  }),
];
