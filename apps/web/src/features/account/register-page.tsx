import { useLingui } from '@lingui/react/macro';
import type { AccountRole } from '@officina/contracts/accounts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { openSession, postAuth } from '../../lib/auth.ts';
import { Form } from '../../lib/form/form.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { AccountLayout, TEXT_LINK } from './account-layout.tsx';
import { FreePasswordField } from './free-password-field.tsx';
import { RoleCards } from './role-cards.tsx';

/** Opens an account as a freelancer, an agency or a client; the address is confirmed next. */
export function RegisterPage() {
  const { t, i18n } = useLingui();
  const [role, setRole] = useState<AccountRole>('freelancer');
  const form = useAppForm({
    defaults: { name: '', email: '', password: '' },
    submit: (values) => postAuth('signup', { ...values, role, locale: i18n.locale }),
    async done(_made, { email, password }) {
      await openSession(email, password);
      location.assign('/verify-email');
    },
    guard: false,
  });
  const taken = form.failure?.code === 'EMAIL_EXISTS';
  const { setError } = form.methods;
  if (taken && !form.methods.formState.errors.email) {
    const message = t`This e-mail is already registered.`;
    queueMicrotask(() => setError('email', { message }, { shouldFocus: true }));
  }
  return (
    <AccountLayout
      title={t`Create your account`}
      footer={
        <>
          {t`A garage or an office?`}{' '}
          <Link to="/sign-up" className={TEXT_LINK}>
            {t`Open a business account`}
          </Link>
          {' · '}
          <Link to="/login" className={TEXT_LINK}>
            {t`Sign in`}
          </Link>
        </>
      }
    >
      <Form form={form} submitLabel={t`Create the account`} wide>
        <RoleCards value={role} onChange={setRole} />
        <TextField name="name" label={t`Your name`} autoComplete="name" required />
        <TextField
          name="email"
          type="email"
          label={t`E-mail`}
          autoComplete="username"
          aside={
            taken && (
              <Link to="/login" search={{ email: form.methods.getValues('email') }} className={TEXT_LINK}>
                {t`Sign in instead`}
              </Link>
            )
          }
          required
        />
        <FreePasswordField name="password" label={t`Password`} required />
      </Form>
    </AccountLayout>
  );
}
