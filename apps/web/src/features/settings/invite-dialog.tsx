import { useLingui } from '@lingui/react/macro';
import type { StaffRole } from '@officina/contracts/tenancy';
import { useWatch } from 'react-hook-form';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { api } from '../../trpc.ts';
import { refreshTeam } from './refresh-team.ts';
import { useRoleWords } from './role-words.ts';

interface InviteDialogProps {
  /** Those that the caller may grant. */
  roles: readonly StaffRole[];
  onClose: () => void;
}

export function InviteDialog({ roles, onClose }: InviteDialogProps) {
  const { t } = useLingui();
  const { options } = useRoleWords();
  const form = useAppForm({
    defaults: { email: '', role: (roles.includes('member') ? 'member' : roles[0]) as StaffRole },
    submit: (values) => api.tenancy.invite.mutate(values),
    done: ({ email }) => {
      void toastDone(t`Invitation sent to ${email}`);
      onClose();
      return refreshTeam();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Invite a colleague`}
      description={t`They get a link by e-mail, valid for seven days, and choose their own password.`}
      submitLabel={t`Send invitation`}
      size="sm"
      onClose={onClose}
    >
      <TextField
        name="email"
        type="email"
        label={t`E-mail`}
        placeholder="prenom@garage.fr"
        autoComplete="off"
        autoFocus
        required
      />
      <SelectField name="role" label={t`Role`} options={options(roles)} hint={<Rights />} required />
    </FormDialog>
  );
}

/** What the chosen role may do. */
function Rights() {
  const { rights } = useRoleWords();
  const role = useWatch<{ role: StaffRole }, 'role'>({ name: 'role' });
  return rights[role];
}
