import { useLingui } from '@lingui/react/macro';
import { postAuth } from '../../lib/auth.ts';
import { Form } from '../../lib/form/form.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';

/** Signs in with one of the codes that were printed for the day on which the passkey is lost. */
export function BackupCodeForm({ email, done }: { email: string; done: () => void }) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { email, backupCode: '' },
    submit: (values) => postAuth('passkeys/authenticate', values),
    done,
    guard: false,
  });
  return (
    <div className="rounded-panel border border-line p-4">
      <Form form={form} submitLabel={t`Sign in with the code`} wide>
        <TextField name="email" type="email" label={t`Your e-mail`} autoComplete="username" required />
        <TextField
          name="backupCode"
          label={t`Backup code`}
          placeholder="ABCD-2345"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          required
        />
      </Form>
    </div>
  );
}
