import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

interface RadioGroupProps<V extends string> {
  legend: ReactNode;
  legendHidden?: boolean;
  options: readonly { value: V; label: ReactNode; description?: ReactNode; disabled?: boolean }[];
  value: V | null;
  onChange: (value: V) => void;
  /** Side by side as one control, for two to four short words. */
  segmented?: boolean;
  name?: string;
}

/** One of a few options, all visible. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { legend, legendHidden, options, value, onChange, segmented, name } = props;
  const fallback = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={clsx('mb-1.5 font-medium text-sm', legendHidden && 'sr-only')}>{legend}</legend>
      <div className={segmented ? 'inline-flex rounded-control bg-sunken p-0.5' : 'flex flex-col gap-1'}>
        {options.map((option) => (
          <label
            key={option.value}
            className={segmented ? SEGMENT : 'flex cursor-pointer items-start gap-2.5 py-1'}
          >
            <input
              type="radio"
              name={name ?? fallback}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className={segmented ? 'sr-only' : 'mt-[0.2rem] size-4 shrink-0 accent-(--accent)'}
            />
            <span>
              <span className="block">{option.label}</span>
              {option.description && !segmented && (
                <span className="block text-ink-muted text-sm">{option.description}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const SEGMENT = clsx(
  'relative flex min-h-7 cursor-pointer items-center rounded-[calc(var(--radius-control)-0.125rem)] px-2.5 text-ink-muted text-sm hover:text-ink',
  'has-checked:bg-surface has-checked:text-ink has-checked:shadow-control has-focus-visible:outline-2 has-focus-visible:outline-accent-ink',
);
