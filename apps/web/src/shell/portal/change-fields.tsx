import { useLingui } from '@lingui/react/macro';
import { CHANGE_SEVERITIES } from '@officina/contracts/portal';
import { SelectField } from '../../lib/form/fields.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { optionsOf } from '../../lib/options.ts';
import { usePortalWords } from './words.ts';

/** What is said of a change that is asked for. */
export function ChangeFields() {
  const { t } = useLingui();
  const { impacts, severities } = usePortalWords();
  return (
    <>
      <TextField name="title" label={t`Title`} maxLength={200} required autoFocus />
      <TextareaField
        name="description"
        label={t`What should change, and why`}
        rows={5}
        maxLength={5000}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="impact" label={t`What it touches most`} options={optionsOf(impacts)} required />
        <SelectField
          name="severity"
          label={t`How much it matters`}
          options={CHANGE_SEVERITIES.map((value) => ({ value, label: severities[value] }))}
          required
        />
      </div>
    </>
  );
}
