import { useLingui } from '@lingui/react/macro';
import { SelectField } from '../../lib/form/fields.tsx';
import { Form } from '../../lib/form/form.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { chosenLocale, LOCALES } from '../../lib/i18n.ts';
import { useSession } from '../../lib/session.ts';
import { api } from '../../trpc.ts';
import { Panel } from '../../ui/panel.tsx';
import { useRoleWords } from './role-words.ts';

/** Name and language of whoever is signed in. */
export function ProfilePanel() {
  const { t } = useLingui();
  const { user, role, tenant } = useSession();
  const { roleName } = useRoleWords();
  const form = useAppForm({
    defaults: { name: user.name, locale: user.locale?.split('-')[0] ?? '' },
    submit: ({ name, locale }) => api.identity.updateProfile.mutate({ name, locale: locale || null }),
    done() {
      // What was chosen on this device alone gives way; the page starts anew with the new name and language.
      chosenLocale.set('');
      location.reload();
    },
  });
  return (
    <Panel title={t`Profile`}>
      <Form form={form} submitLabel={t`Save`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="name" label={t`Your name`} autoComplete="name" required />
          <SelectField
            name="locale"
            label={t`Language`}
            hint={t`On every device where you sign in.`}
            placeholder={t`As the firm`}
            options={Object.entries(LOCALES).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <p className="text-ink-muted text-sm">
          {t`You sign in as ${user.email}. Your role at ${tenant.name}: ${roleName(role)}.`}
        </p>
      </Form>
    </Panel>
  );
}
