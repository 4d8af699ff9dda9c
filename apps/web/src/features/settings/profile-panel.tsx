import { useLingui } from '@lingui/react/macro';
import { Form } from '../../lib/form/form.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { useSession } from '../../lib/session.ts';
import { api } from '../../trpc.ts';
import { Panel } from '../../ui/panel.tsx';
import { useRoleWords } from './role-words.ts';

/** The name of whoever is signed in. */
export function ProfilePanel() {
  const { t } = useLingui();
  const { user, role, tenant } = useSession();
  const { roleName } = useRoleWords();
  const form = useAppForm({
    defaults: { name: user.name },
    submit: (values) => api.identity.updateProfile.mutate(values),
    // The page starts anew with the new name.
    done: () => location.reload(),
  });
  return (
    <Panel title={t`Profile`}>
      <Form form={form} submitLabel={t`Save`}>
        <TextField name="name" label={t`Your name`} autoComplete="name" required />
        <p className="text-ink-muted text-sm">
          {t`You sign in as ${user.email}. Your role at ${tenant.name}: ${roleName(role)}.`}
        </p>
      </Form>
    </Panel>
  );
}
