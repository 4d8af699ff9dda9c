import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { Form } from '../../lib/form/form.tsx';
import { FormField } from '../../lib/form/form-field.tsx';
import { PasswordField } from '../../lib/form/password-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { AccountLayout } from '../account/account-layout.tsx';

const route = getRouteApi('/set-password');

/** Where the mailed link of a new applicant leads: they choose a password and are signed in. */
export function SetPasswordPage() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const [stale, setStale] = useState(token === '');
  const form = useAppForm({
    defaults: { password: '', again: '' },
    async submit({ password, again }) {
      if (again !== password)
        throw new ApiError(
          'VALIDATION_ERROR',
          '',
          [{ field: 'again', message: t`The two passwords differ` }],
          '',
        );
      await api.identity.setPassword.mutate({ token, password }).catch((error) => {
        if ((error as { data?: { appCode?: string } }).data?.appCode === 'INVALID_TOKEN') setStale(true);
        throw error;
      });
    },
    // Loaded anew, so that the page starts from the session that the server has opened.
    done: () => location.assign('/apprentice'),
    guard: false,
  });
  if (stale) return <NewLink />;
  return (
    <AccountLayout title={t`Choose your password`} intro={t`Then you are signed in.`}>
      <Form form={form} submitLabel={t`Set the password`} wide>
        <PasswordField name="password" label={t`Password`} required />
        <FormField name="again" label={t`The same once more`} required>
          {(bound) => <PasswordInput {...bound} autoComplete="new-password" />}
        </FormField>
      </Form>
    </AccountLayout>
  );
}

function NewLink() {
  const { t } = useLingui();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAppForm({
    defaults: { email: '' },
    submit: (values) => api.identity.resendPasswordLink.mutate(values),
    done: (_, { email }) => setSentTo(email),
    guard: false,
  });
  return (
    <AccountLayout
      title={t`This link is no longer valid`}
      intro={t`It was used, or is older than 72 hours. We send you a new one.`}
    >
      {sentTo ? (
        <Notice tone="success">{t`If ${sentTo} has no password yet, a new link is on its way.`}</Notice>
      ) : (
        <Form form={form} submitLabel={t`Send a new link`} wide>
          <TextField name="email" type="email" label={t`E-mail`} autoComplete="username" required />
        </Form>
      )}
    </AccountLayout>
  );
}
