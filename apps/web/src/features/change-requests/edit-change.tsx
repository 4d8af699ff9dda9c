import { useLingui } from '@lingui/react/macro';
import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { editsOf } from '../../shell/edits.ts';
import { ChangeFields } from '../../shell/portal/change-fields.tsx';
import { api } from '../../trpc.ts';
import type { ChangeFormProps } from './change-form-props.ts';

const valuesOf = ({ title, description, impact, severity }: ChangeRequestItem) => ({
  title,
  description,
  impact,
  severity,
});

/** What is asked may change while nobody has decided. */
export function EditChange({ change, onSaved, onClose }: ChangeFormProps) {
  const { t } = useLingui();
  const { id } = change;
  const form = useAppForm({
    defaults: valuesOf(change),
    edits: editsOf(change, () => api.changeRequests.get.query({ id }), valuesOf),
    submit: (values, version) => api.changeRequests.update.mutate({ id, version, ...values }),
    done: onSaved,
  });
  return (
    <FormDialog form={form} title={t`Edit the request`} submitLabel={t`Save`} onClose={onClose}>
      <ChangeFields />
    </FormDialog>
  );
}
