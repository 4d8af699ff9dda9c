import { useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AccountLayout, TEXT_LINK } from './account-layout.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { SignInForm } from './sign-in-form.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useLingui();
  const { next, email } = route.useSearch();
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
      <SignInForm email={email} next={next} />
      <DemoAccounts next={next} />
    </AccountLayout>
  );
}
