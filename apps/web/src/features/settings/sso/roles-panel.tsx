import { useLingui } from '@lingui/react/macro';
import { type IdpView, SSO_ROLES, type SsoRole } from '@officina/contracts/sso';
import { Trash2 } from 'lucide-react';
import { SelectField } from '../../../lib/form/fields.tsx';
import { Form } from '../../../lib/form/form.tsx';
import { TextField } from '../../../lib/form/text-fields.tsx';
import { useAppForm } from '../../../lib/form/use-app-form.ts';
import { useAct } from '../../../lib/use-act.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useRoleWords } from '../role-words.ts';
import { updateProvider } from './refresh-sso.ts';

/** Which role somebody has who comes in through the provider. */
export function RolesPanel({ provider: { id, defaultRole, groupMapping } }: { provider: IdpView }) {
  const { t } = useLingui();
  const { roleName, options: choices } = useRoleWords();
  const { act, pending } = useAct();
  const options = choices(SSO_ROLES) as { value: SsoRole; label: string }[];
  const form = useAppForm({
    defaults: { group: '', role: 'member' as SsoRole },
    rename: { [`groupMapping.${groupMapping.length}.group`]: 'group' },
    submit: (rule) => updateProvider({ id, groupMapping: [...groupMapping, rule] }),
    kept: () => ({ group: '', role: 'member' as SsoRole }),
    guard: false,
  });
  return (
    <Panel title={t`Roles`}>
      <div className="mb-4 flex items-center justify-between gap-3">
        <p>{t`Who is new becomes`}</p>
        <Select
          aria-label={t`Who is new becomes`}
          className="w-44"
          options={options}
          value={defaultRole}
          onChange={(role) => void act({ run: () => updateProvider({ id, defaultRole: role }) })}
        />
      </div>
      <ul className="mb-4 flex flex-col gap-1.5">
        {groupMapping.map(({ group, role }, at) => (
          <li key={`${group} ${role}`} className="flex items-center gap-3">
            <code className="min-w-0 flex-1 truncate text-sm">{group}</code>
            <span>{roleName(role)}</span>
            <IconButton
              label={t`Remove the rule for ${group}`}
              size="sm"
              disabled={pending}
              onClick={() =>
                void act({
                  run: () =>
                    updateProvider({ id, groupMapping: groupMapping.filter((_, other) => other !== at) }),
                })
              }
            >
              <Trash2 aria-hidden className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Form form={form} submitLabel={t`Add the rule`}>
        <p className="text-ink-muted text-sm">
          {t`At each sign-in the first rule whose group the person is in sets their role. Owners stay owners.`}
        </p>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField name="group" label={t`Group at the provider`} dir="ltr" />
          <SelectField name="role" label={t`Role here`} options={options} required />
        </div>
      </Form>
    </Panel>
  );
}
