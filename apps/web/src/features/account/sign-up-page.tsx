import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type SignUp, signUp } from '../../lib/auth.ts';
import { Form } from '../../lib/form/form.tsx';
import { PasswordField } from '../../lib/form/password-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { AccountLayout, TEXT_LINK } from './account-layout.tsx';
import { SubdomainField } from './subdomain-field.tsx';

export function SignUpPage() {
  return (
    <DataProvider>
      <SignUpForm />
    </DataProvider>
  );
}

function SignUpForm() {
  const { t, i18n } = useLingui();
  const form = useAppForm<SignUp>({
    defaults: { tenantName: '', subdomain: '', name: '', email: '', password: '' },
    submit: (values) => signUp({ ...values, locale: i18n.locale }),
    guard: false,
  });
  return (
    <AccountLayout
      title={t`Open an account`}
      intro={t`Free for one person and a hundred contacts.`}
      footer={
        <>
          {t`Freelancer, agency or client?`}{' '}
          <Link to="/signup" className={TEXT_LINK}>
            {t`Create your account`}
          </Link>
          {' · '}
          <Link to="/login" className={TEXT_LINK}>
            {t`Sign in`}
          </Link>
        </>
      }
    >
      <Form form={form} submitLabel={t`Open the account`} wide>
        <TextField
          name="tenantName"
          label={t`Name of your business`}
          autoComplete="organization"
          autoFocus
          required
        />
        <SubdomainField name="subdomain" from="tenantName" />
        <TextField name="name" label={t`Your name`} autoComplete="name" required />
        <TextField name="email" type="email" label={t`E-mail`} autoComplete="username" required />
        <PasswordField name="password" label={t`Password`} required />
      </Form>
    </AccountLayout>
  );
}
