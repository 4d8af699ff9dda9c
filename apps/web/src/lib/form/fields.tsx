import { type ReactNode, useId } from 'react';
import { useController } from 'react-hook-form';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput, QuantityInput } from '../../ui/number-inputs.tsx';
import { Select } from '../../ui/select.tsx';
import { date, money, number } from '../format.ts';
import { useFieldWord } from './field-words.ts';
import { type FieldCommon, FormField, splitField } from './form-field.tsx';

/** Props of a control without those that the form provides. */
type Own<C extends (props: never) => ReactNode> = Omit<
  Parameters<C>[0],
  'value' | 'onChange' | 'onBlur' | 'name' | 'ref'
> &
  FieldCommon;

/** One of a few options; its value is the option's, "" when none. */
export function SelectField(props: Own<typeof Select>) {
  const [field, control] = splitField(props);
  return (
    <FormField
      {...field}
      print={(value) => props.options.find((option) => option.value === value)?.label ?? String(value)}
    >
      {(bound) => <Select {...control} {...bound} value={bound.value ?? ''} />}
    </FormField>
  );
}

/** An amount; its value is integer minor units or null. */
export function MoneyField(props: Own<typeof MoneyInput>) {
  const [field, control] = splitField(props);
  return (
    <FormField {...field} print={(value: number) => money(value, props.currency)}>
      {(bound) => <MoneyInput {...control} {...bound} value={bound.value ?? null} />}
    </FormField>
  );
}

/** A decimal; its value is a number or null. */
export function QuantityField(props: Own<typeof QuantityInput>) {
  const [field, control] = splitField(props);
  return (
    <FormField {...field} print={(value: number) => number(value)}>
      {(bound) => <QuantityInput {...control} {...bound} value={bound.value ?? null} />}
    </FormField>
  );
}

/** A day; its value is `YYYY-MM-DD` or null. */
export function DateField(props: Own<typeof DateInput>) {
  const [field, control] = splitField(props);
  return (
    <FormField {...field} print={date}>
      {(bound) => <DateInput {...control} {...bound} value={bound.value ?? null} />}
    </FormField>
  );
}

interface CheckboxFieldProps {
  name: string;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
}

/** A box to tick; its value is a boolean. */
export function CheckboxField({ name, ...rest }: CheckboxFieldProps) {
  const { field, fieldState } = useController({ name });
  const errorId = useId();
  useFieldWord(name, { label: rest.label });
  const { error } = fieldState;
  return (
    <div>
      <Checkbox
        {...rest}
        ref={field.ref}
        name={name}
        checked={field.value === true}
        onChange={field.onChange}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
      />
      {error && (
        <p id={errorId} className="ps-6.5 text-danger text-xs">
          {error.message}
        </p>
      )}
    </div>
  );
}
