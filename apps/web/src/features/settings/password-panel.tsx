import { useLingui } from '@lingui/react/macro';
import { Form } from '../../lib/form/form.tsx';
import { FormField } from '../../lib/form/form-field.tsx';
import { PasswordField } from '../../lib/form/password-field.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Panel } from '../../ui/panel.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';

const EMPTY = { current: '', next: '' };

export function PasswordPanel() {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: EMPTY,
    submit: (values) => api.identity.changePassword.mutate(values),
    done() {
      form.methods.reset(EMPTY);
      void toastDone(t`Password changed; your other devices are signed out`);
      return queryClient.invalidateQueries({ queryKey: trpc.identity.sessions.queryKey() });
    },
  });
  return (
    <Panel title={t`Password`}>
      <Form form={form} submitLabel={t`Change password`}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <FormField name="current" label={t`Present password`} required>
            {(bound) => <PasswordInput {...bound} autoComplete="current-password" />}
          </FormField>
          <PasswordField name="next" label={t`New password`} required />
        </div>
        <p className="text-ink-muted text-sm">{t`Your other devices are signed out with it.`}</p>
      </Form>
    </Panel>
  );
}
