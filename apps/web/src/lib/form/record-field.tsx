import { Combobox, type ComboboxProps } from '../../ui/combobox.tsx';
import { type FieldCommon, FormField, splitField } from './form-field.tsx';

type RecordFieldProps = Omit<ComboboxProps, 'value' | 'onChange' | 'name'> & FieldCommon;

/** Picks a record; its value is the `Pick` ({id, label}) or null, and `submit` sends its id. */
export function RecordField(props: RecordFieldProps) {
  const [field, control] = splitField(props);
  return (
    <FormField {...field}>
      {(bound) => (
        <Combobox {...control} name={bound.name} value={bound.value ?? null} onChange={bound.onChange} />
      )}
    </FormField>
  );
}
