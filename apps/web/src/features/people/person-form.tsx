import { useLingui } from '@lingui/react/macro';
import type { PersonItem } from '@officina/contracts/people';
import type { ClientRole } from '@officina/contracts/roles';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { optionsOf } from '../../lib/options.ts';
import { toastDone } from '../../lib/toast.ts';
import { searchOrganizations } from '../../shell/portal/pickers.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { personName, usePersonWords } from './person-words.ts';
import { refreshPeople } from './use-person-actions.tsx';

interface PersonFormProps {
  /** Whose role and organisation change; without, somebody is invited. */
  person?: PersonItem;
  /** Where an invited person will belong, unless another is chosen. */
  organization?: Pick;
  onClose: () => void;
}

/** Invites somebody to a client organisation, or changes what they are and where they belong. */
export function PersonForm({ person, organization, onClose }: PersonFormProps) {
  const { t } = useLingui();
  const { roles } = usePersonWords();
  const name = person && personName(person);
  const mine = person && { id: person.organization.id, label: person.organization.name };
  const form = useAppForm({
    defaults: {
      email: '',
      org: (mine ?? organization ?? null) as Pick | null,
      role: person?.role ?? ('client' as ClientRole),
    },
    rename: { orgId: 'org' },
    submit: async ({ email, org, role }) => {
      const orgId = org?.id ?? '';
      if (person) await api.people.update.mutate({ id: person.id, role, orgId });
      else await api.people.invite.mutate({ email, role, orgId });
      return person ? t`${name} signs in anew` : t`Invitation sent to ${email}`;
    },
    done: (said) => {
      void toastDone(said);
      onClose();
      return refreshPeople();
    },
  });
  return (
    <FormDialog
      form={form}
      title={name ?? t`Invite somebody`}
      description={
        person
          ? t`Their sessions end with a change. Who moves sees nothing of the former organisation any more.`
          : t`They get a link by e-mail, valid for seven days, and choose their own password.`
      }
      submitLabel={person ? t`Save` : t`Send invitation`}
      size="sm"
      onClose={onClose}
    >
      {!person && (
        <TextField
          name="email"
          type="email"
          label={t`E-mail`}
          placeholder="ada@client.com"
          autoComplete="off"
          autoFocus
          required
        />
      )}
      <RecordField
        name="org"
        label={t`Organisation`}
        search={searchOrganizations}
        searchKey="organizations"
        required
      />
      <SelectField name="role" label={t`Role`} options={optionsOf(roles)} required />
    </FormDialog>
  );
}
