import { useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { AccountLayout, TEXT_LINK } from './account-layout.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { SignInForm } from './sign-in-form.tsx';

// Most people type or fill a password: what else there is comes after the first paint.
const OtherWays = lazy(() => import('./other-ways.tsx').then((module) => ({ default: module.OtherWays })));
const LoginError = lazy(() => import('./login-error.tsx').then((module) => ({ default: module.LoginError })));

export function SignInPage() {
  const { t } = useLingui();
  const { callbackUrl, email, error } = useSearch({ strict: false });
  return (
    <AccountLayout
      title={t`Sign in`}
      footer={
        <>
          {t`New here?`}{' '}
          <Link to="/sign-up" className={TEXT_LINK}>
            {t`Open an account`}
          </Link>
        </>
      }
    >
      {error && (
        <Suspense>
          <LoginError word={error} />
        </Suspense>
      )}
      <SignInForm email={email} next={callbackUrl} />
      <Suspense fallback={<div className="h-33" />}>
        <OtherWays next={callbackUrl} />
      </Suspense>
      <DemoAccounts next={callbackUrl} />
    </AccountLayout>
  );
}
