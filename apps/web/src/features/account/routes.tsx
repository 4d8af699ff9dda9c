import { createRoute, redirect } from '@tanstack/react-router';
import { safeNext } from '../../lib/safe-next.ts';
import { session } from '../../lib/session.ts';
import { lazyPlainPage } from '../../shell/lazy-page.ts';
import { rootRoute } from '../../shell/root-routes.tsx';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

interface SignInSearch {
  /** Where to go on. */
  callbackUrl?: string;
  /** Another word for it, in links of our own pages. */
  next?: string;
  email?: string;
  /** Why the last attempt failed: a word of the server. */
  error?: string;
}

const signInSearch = (raw: Record<string, unknown>): SignInSearch => ({
  callbackUrl: text(raw.callbackUrl) ?? text(raw.next),
  email: text(raw.email),
  error: text(raw.error),
});

/** Who is signed in already is sent on. */
function sendOn({ search }: { search: SignInSearch }) {
  if (session()) throw redirect({ href: safeNext(search.callbackUrl), replace: true });
}

const signInPage = lazyPlainPage('account', () => import('./sign-in-page.tsx'), 'SignInPage');

export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/login',
    validateSearch: signInSearch,
    beforeLoad: sendOn,
    component: signInPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: signInSearch,
    beforeLoad: sendOn,
    component: signInPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/login/check-mail',
    component: lazyPlainPage('account', () => import('./check-mail-page.tsx'), 'CheckMailPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-out',
    component: lazyPlainPage('account', () => import('./sign-out-page.tsx'), 'SignOutPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/signup',
    component: lazyPlainPage('account', () => import('./register-page.tsx'), 'RegisterPage'),
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
