import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Form } from '../../lib/form/form.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { AccountLayout, TEXT_LINK } from './account-layout.tsx';

export function ForgotPage() {
  const { t } = useLingui();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAppForm({
    defaults: { email: '' },
    submit: (values) => api.identity.requestPasswordReset.mutate(values),
    done: (_result, values) => setSentTo(values.email),
    guard: false,
  });
  const back = (
    <Link to="/login" className={TEXT_LINK}>
      {t`Back to sign-in`}
    </Link>
  );
  if (sentTo) {
    return (
      <AccountLayout title={t`Look into your mail`} footer={back}>
        <Notice tone="success">{t`If ${sentTo} has an account, a link to choose a new password is on its way.`}</Notice>
      </AccountLayout>
    );
  }
  return (
    <AccountLayout
      title={t`Forgotten password`}
      intro={t`We send you a link to choose a new one.`}
      footer={back}
    >
      <Form form={form} submitLabel={t`Send the link`} wide>
        <TextField name="email" type="email" label={t`E-mail`} autoComplete="username" autoFocus required />
      </Form>
    </AccountLayout>
  );
}
