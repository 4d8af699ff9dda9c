import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Form } from '../../lib/form/form.tsx';
import { FormField } from '../../lib/form/form-field.tsx';
import { PasswordField } from '../../lib/form/password-field.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { session } from '../../lib/session.ts';
import { toastDone } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';

const EMPTY = { current: '', next: '' };

/** A new password; who signs in without one is mailed a link to set their first. */
export function PasswordPanel() {
  const ways = useQuery(trpc.identity.waysToProve.queryOptions({}));
  return ways.data?.password === false ? <FirstPassword /> : <NewPassword />;
}

function FirstPassword() {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const mail = () =>
    act({
      run: () => api.identity.requestPasswordReset.mutate({ email: session()?.user.email ?? '' }),
      done: t`A link is on its way to your mailbox`,
    });
  return (
    <Panel
      title={t`Password`}
      action={
        <Button size="sm" busy={pending} onClick={() => void mail()}>
          {t`Mail me a link`}
        </Button>
      }
    >
      <p className="text-ink-muted text-sm">
        {t`You sign in without one. To have one all the same, open the link that we mail you; it signs you out everywhere.`}
      </p>
    </Panel>
  );
}

function NewPassword() {
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
