import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useFieldControl } from './field.tsx';
import { CONTROL_CLASS } from './input.tsx';

export interface Option<V extends string = string> {
  value: V;
  label: string;
  disabled?: boolean;
}

export interface SelectProps<V extends string> extends Omit<ComponentProps<'select'>, 'onChange' | 'value'> {
  options: readonly Option<V>[];
  value: V | '';
  onChange: (value: V) => void;
  /** Shown while nothing is chosen; also lets the choice be cleared unless the field is required. */
  placeholder?: string;
}

/** One of a few fixed options. For records or long lists take Combobox. Native, so that phones show their own picker. */
export function Select<V extends string>({
  options,
  value,
  onChange,
  placeholder,
  className,
  ...rest
}: SelectProps<V>) {
  const control = useFieldControl();
  return (
    <div className="relative">
      <select
        {...control}
        {...rest}
        value={value}
        onChange={(event) => onChange(event.target.value as V)}
        className={clsx(
          'select',
          CONTROL_CLASS,
          'h-(--control) appearance-none ps-3 pe-8',
          !value && 'text-ink-faint',
          className,
        )}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-ink-faint"
      />
    </div>
  );
}
