import { useLingui } from '@lingui/react/macro';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import type { AccessOf } from './access-tab.tsx';
import { useAccessWords } from './access-words.ts';

interface AccessFormProps extends AccessOf {
  relations: readonly string[];
  onGiven: () => unknown;
  onClose: () => void;
}

/** Opens a record to somebody. */
export function AccessForm({ namespace, objectId, relations, onGiven, onClose }: AccessFormProps) {
  const { t } = useLingui();
  const { options } = useAccessWords();
  const form = useAppForm({
    defaults: { person: null as Pick | null, relation: relations.at(-1) ?? '' },
    rename: { subjectId: 'person' },
    submit: ({ person, relation }) =>
      api.permissions.grant.mutate({ namespace, objectId, relation, subjectId: person?.id ?? '' }),
    done: onGiven,
  });
  const search = async (text: string, signal: AbortSignal): Promise<Pick[]> => {
    const asked = { namespace, objectId, search: text || undefined };
    const found = await api.permissions.candidates.query(asked, { signal });
    return found.map(({ userId, name, email }) => ({ id: userId, label: name, note: email }));
  };
  return (
    <FormDialog
      form={form}
      title={t`Open it to somebody`}
      description={t`It stands in their lists from now on, and they may do with it what you choose here, whatever their role.`}
      submitLabel={t`Open it`}
      size="sm"
      onClose={onClose}
    >
      <RecordField name="person" label={t`Who`} search={search} searchKey={`access-${objectId}`} required />
      <SelectField name="relation" label={t`As`} options={options(relations)} required />
    </FormDialog>
  );
}
