import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { signIn } from '../../lib/auth.ts';
import { failureOf } from '../../lib/errors.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TEXT_LINK } from './account-layout.tsx';

interface SignInFormProps {
  email: string | undefined;
  next: string | undefined;
}

/**
 * The first form that anybody meets: the browser keeps its two fields, so that it weighs 16 kB less than `useAppForm`
 * and a password manager may fill it before our code is there.
 */
export function SignInForm({ email, next }: SignInFormProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    setBusy(true);
    setFailure('');
    try {
      await signIn(String(values.get('email')), String(values.get('password')), next);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'SSO_REQUIRED') {
        const { firmSignIn } = await import('./firm-sign-in.ts');
        if (await firmSignIn(String(values.get('email')), next).catch(() => false)) return;
      }
      const { describe } = await import('../../lib/failure-text.ts');
      setFailure(describe(failure));
      setBusy(false);
      form.querySelector<HTMLInputElement>('[name=password]')?.focus();
    }
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t`E-mail`}>
        <Input
          name="email"
          type="email"
          defaultValue={email}
          autoComplete="username webauthn"
          autoFocus={!email}
          required
        />
      </Field>
      <Field
        label={t`Password`}
        aside={
          <Link to="/forgot" className={TEXT_LINK}>
            {t`Forgotten?`}
          </Link>
        }
      >
        <PasswordInput name="password" autoFocus={Boolean(email)} required />
      </Field>
      {failure && <Notice tone="danger">{failure}</Notice>}
      <Button type="submit" variant="primary" busy={busy}>
        {t`Sign in`}
      </Button>
    </form>
  );
}
