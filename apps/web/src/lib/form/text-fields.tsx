import type { ComponentProps } from 'react';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { type FieldCommon, FormField, splitField } from './form-field.tsx';

/** A line of text; its value is a string, "" when empty. */
export function TextField(props: Omit<ComponentProps<typeof Input>, 'name'> & FieldCommon) {
  const [field, control] = splitField(props);
  return (
    <FormField {...field}>{(bound) => <Input {...control} {...bound} value={bound.value ?? ''} />}</FormField>
  );
}

/** Several lines of text; its value is a string, "" when empty. */
export function TextareaField(props: Omit<ComponentProps<typeof Textarea>, 'name'> & FieldCommon) {
  const [field, control] = splitField(props);
  return (
    <FormField {...field}>
      {(bound) => <Textarea {...control} {...bound} value={bound.value ?? ''} />}
    </FormField>
  );
}
