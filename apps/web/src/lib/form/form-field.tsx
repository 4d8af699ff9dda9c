import type { ReactNode } from 'react';
import { type ControllerRenderProps, useController } from 'react-hook-form';
import { Field } from '../../ui/field.tsx';
import { useFieldWord } from './field-words.ts';

export interface FieldCommon {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  labelHidden?: boolean;
  aside?: ReactNode;
  className?: string;
}

interface FormFieldProps extends FieldCommon {
  /** How a value is written where there is no control, e.g. beside a colleague's. */
  print?: (value: never) => string;
  children: (field: ControllerRenderProps) => ReactNode;
}

/** Joins any control to the surrounding form by name: value, change, label, hint and the server's message. */
export function FormField({ name, children, print, ...field }: FormFieldProps) {
  useFieldWord(name, { label: field.label, print });
  const { field: control, fieldState } = useController({ name });
  return (
    <Field {...field} error={fieldState.error?.message}>
      {children(control)}
    </Field>
  );
}

/** Splits what belongs to the Field from what belongs to the control inside. */
export function splitField<P extends FieldCommon>(props: P): [FieldCommon, Omit<P, keyof FieldCommon>] {
  const { name, label, hint, required, labelHidden, aside, className, ...control } = props;
  return [{ name, label, hint, required, labelHidden, aside, className }, control];
}
