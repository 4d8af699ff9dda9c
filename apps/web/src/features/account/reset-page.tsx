import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Form } from '../../lib/form/form.tsx';
import { PasswordField } from '../../lib/form/password-field.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AccountLayout } from './account-layout.tsx';

const route = getRouteApi('/reset-password');

export function ResetPage() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const [done, setDone] = useState(false);
  const form = useAppForm({
    defaults: { password: '' },
    submit: (values) => api.identity.resetPassword.mutate({ token, password: values.password }),
    done: () => setDone(true),
    guard: false,
  });
  return (
    <AccountLayout title={t`New password`}>
      {done ? (
        <div className="flex flex-col gap-4">
          <Notice tone="success">{t`Your password is changed. You are signed out everywhere else.`}</Notice>
          <LinkButton to="/login" variant="primary">{t`Sign in`}</LinkButton>
        </div>
      ) : (
        <Form form={form} submitLabel={t`Set the password`} wide>
          <PasswordField name="password" label={t`New password`} required />
        </Form>
      )}
    </AccountLayout>
  );
}
