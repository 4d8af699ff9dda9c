import { useLingui } from '@lingui/react/macro';
import { CalendarDays } from 'lucide-react';
import { useRef } from 'react';
import { date, dayOf, formatLocale } from '../lib/format.ts';
import { parseDate } from '../lib/parse-date.ts';
import { IconButton } from './icon-button.tsx';
import type { InputProps } from './input.tsx';
import { TypedInput } from './typed-input.tsx';

interface DateInputProps extends Omit<InputProps, 'value' | 'onChange' | 'onBlur' | 'min' | 'max'> {
  /** `YYYY-MM-DD` */
  value: string | null;
  onChange: (value: string | null) => void;
  onBlur?: () => void;
  min?: string;
  max?: string;
}

/** A day; accepts "12/3", "12.3.26", "+7" as well as the calendar of the browser. */
export function DateInput({ value, onChange, min, max, disabled, ...rest }: DateInputProps) {
  const { t } = useLingui();
  const picker = useRef<HTMLInputElement>(null);
  const inRange = (day: string | null) => (day && ((min && day < min) || (max && day > max)) ? null : day);
  const example = date(dayOf());
  return (
    <TypedInput<string>
      placeholder={example}
      {...rest}
      disabled={disabled}
      value={value}
      onChange={onChange}
      parse={(text) => inRange(parseDate(text, formatLocale(), dayOf()) ?? reread(text, value))}
      print={date}
      after={
        <>
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden
            className="pointer-events-none absolute end-0 bottom-0 w-0 opacity-0"
            value={value ?? ''}
            min={min}
            max={max}
            onChange={(event) => onChange(event.target.value || null)}
          />
          <IconButton
            label={t`Open calendar`}
            size="sm"
            disabled={disabled}
            onClick={() => picker.current?.showPicker()}
          >
            <CalendarDays aria-hidden className="size-4" />
          </IconButton>
        </>
      }
    />
  );
}

/** The tidy print ("12 mars 2026") must read as itself when the field is entered and left untouched. */
function reread(text: string, value: string | null): string | null {
  return value && text === date(value) ? value : null;
}
