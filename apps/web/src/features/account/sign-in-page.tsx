import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { signIn } from '../../lib/auth.ts';
import { Form } from '../../lib/form/form.tsx';
import { PasswordField } from '../../lib/form/password-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { AccountLayout, TEXT_LINK } from './account-layout.tsx';
import { DemoAccounts } from './demo-accounts.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useLingui();
  const { next, email } = route.useSearch();
  const form = useAppForm({
    defaults: { email: email ?? '', password: '' },
    submit: (values) => signIn(values.email, values.password, next),
    guard: false,
  });
  return (
    <AccountLayout
      title={t`Sign in`}
      footer={
        <Trans>
          New here?{' '}
          <Link to="/sign-up" className={TEXT_LINK}>
            Open an account
          </Link>
        </Trans>
      }
    >
      <Form form={form} submitLabel={t`Sign in`} wide>
        <TextField name="email" type="email" label={t`E-mail`} autoComplete="username" autoFocus required />
        <PasswordField
          name="password"
          label={t`Password`}
          required
          aside={
            <Link to="/forgot" className={TEXT_LINK}>
              {t`Forgotten?`}
            </Link>
          }
        />
      </Form>
      <DemoAccounts next={next} />
    </AccountLayout>
  );
}
